package org.pipewright.platform.settings;

/**
 * A tenant chose the value of a setting; fired as a CDI event in the choosing transaction. Whoever observes it may
 * refuse.
 *
 * @param key of the setting
 * @param value in force from now on
 */
public record SettingChosen(String key, String value) {}
