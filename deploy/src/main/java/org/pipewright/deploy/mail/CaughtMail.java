package org.pipewright.deploy.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail that was caught instead of delivered.
 *
 * @param number counts up from one
 * @param from sender
 * @param to all recipients
 * @param subject of the mail
 * @param sentAt when it was sent
 * @param text its plain part, empty if it has none
 * @param html its HTML part, empty if it has none
 * @param attachments file names
 * @param calendar its entry for calendar programs, empty if it has none
 */
public record CaughtMail(
        int number,
        String from,
        List<String> to,
        String subject,
        Instant sentAt,
        String text,
        String html,
        List<String> attachments,
        String calendar) {}
