package org.pipewright.platform.spi.modules;

/**
 * A custom element of the module that the shell places somewhere.
 *
 * @param slot where it appears
 * @param key dotted, module first; also the key of its title
 * @param target record type for {@link Slot#PANEL}, or {@link #ASSIGNABLE}; for one of parts the panel stands on the page
 *     of their host in place of the grid; page path for {@link Slot#PAGE}, which below the path of a record type is
 *     another look at its records that the list leads to; else empty
 * @param tag name of the custom element, prefixed with the module's id
 * @param script file below {@code /ui/modules/<id>/} that defines the element
 * @param feature feature that must be on, or empty
 * @param subject record type or capability the person must be allowed to view or use, or empty; a panel about parts stands
 *     only on the pages of records that have them, and a widget about records is told by the start page which of them to tell of
 * @param order place among its neighbours, lower first
 */
public record WebElement(
        Slot slot, String key, String target, String tag, String script, String feature, String subject, int order) {

    /** Target of a panel on the pages of every record type whose records can be divided up. */
    public static final String ASSIGNABLE = "assignable";

    /** Places of the shell that take elements. */
    public enum Slot {
        PANEL,
        WIDGET,
        PAGE
    }
}
