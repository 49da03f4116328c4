package org.pipewright.platform.usage;

import java.time.Instant;

/**
 * What a tenant used in a month, in UTC.
 *
 * @param month such as {@code 2026-03}
 * @param activeUsers members who called the product in it
 * @param records of all types at its end, or now
 * @param storageBytes of all rows at its end, or now
 * @param apiCalls by browsers and programs
 * @param mails that went out
 * @param jobs that were started
 * @param measuredAt when records, storage and jobs were last counted
 */
public record MonthOfUse(
        String month,
        long activeUsers,
        long records,
        long storageBytes,
        long apiCalls,
        long mails,
        long jobs,
        Instant measuredAt) {}
