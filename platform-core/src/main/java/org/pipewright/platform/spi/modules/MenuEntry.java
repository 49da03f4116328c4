package org.pipewright.platform.spi.modules;

/**
 * An entry of the main menu that leads to a page of the module.
 *
 * @param key key of its text
 * @param group menu group it stands in, such as {@code sales}
 * @param order place inside the group, lower first
 * @param icon name of an icon of the shell
 * @param path page below {@code /t/{tenant}/}
 * @param feature feature that must be on, or empty
 * @param subject record type or capability the person needs to be allowed to view or use, or empty
 */
public record MenuEntry(
        String key, String group, int order, String icon, String path, String feature, String subject) {}
