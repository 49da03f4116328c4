package org.pipewright.platform.spi.settings;

/**
 * Another value of a setting holds, since the tenant chose it, or another setting that this one depends on; fired as a CDI event in the choosing transaction, with the tenant bound. A bean
 * that observes it may refuse, or begin what follows from the choice.
 *
 * @param key of the setting
 * @param value in force from now on
 */
public record SettingChosen(String key, String value) {}
