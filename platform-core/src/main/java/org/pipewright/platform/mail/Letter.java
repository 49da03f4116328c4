package org.pipewright.platform.mail;

import java.util.Locale;
import java.util.Map;

/**
 * A mail to be written from texts {@code core.mail.<kind>.subject} and {@code core.mail.<kind>.text}.
 *
 * @param to address
 * @param language of the recipient
 * @param kind which texts
 * @param arguments what the texts name
 */
public record Letter(String to, Locale language, String kind, Map<String, String> arguments) {}
