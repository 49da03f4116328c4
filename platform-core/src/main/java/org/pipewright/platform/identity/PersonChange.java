package org.pipewright.platform.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How a person wants the product (S-AUTH-08).
 *
 * @param language of the texts
 * @param timeZone in which times are shown; absent means the tenant's
 * @param formats country (ISO 3166) in which days, times and numbers are written as the person wants them; absent means
 *     as the language does
 * @param reminderMails whether reminders come by mail, too; absent means they do
 */
public record PersonChange(
        @NotNull String language,
        @Size(max = 50) String timeZone,
        @Size(max = 2) String formats,
        Boolean reminderMails) {}
