package org.pipewright.platform.identity;

import java.util.UUID;

/**
 * Somebody with an account at the identity provider.
 *
 * @param id our own id
 * @param subject the provider's stable name of the account; null until the first log-in
 * @param email address
 * @param name display name
 * @param language chosen language, may be null
 * @param timeZone chosen time zone, may be null
 * @param formats country in which days, times and numbers are written as the person wants them, may be null
 * @param reminderMails whether reminders come by mail, too
 */
public record Person(
        UUID id,
        String subject,
        String email,
        String name,
        String language,
        String timeZone,
        String formats,
        boolean reminderMails) {}
