package org.pipewright.platform.spi.tenants;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * The tenant acted in, as it is for everybody in it. Provided by the core as a CDI bean; used inside a transaction with
 * the tenant bound. Rules that bind everybody ask here and not the caller, whose roles may hide a feature.
 */
public interface CurrentTenant {

    /** Whether the feature is in force for the tenant, whatever the roles of the caller say. */
    boolean hasFeature(String key);

    /** What the organisation calls itself. */
    String name();

    /** Time zone in which the tenant's days begin. */
    ZoneId timeZone();

    /** ISO 4217 code of the currency in which the tenant reckons. */
    String currency();

    /** Days of the week on which people work (S-TEN-22). */
    Set<DayOfWeek> workingDays();

    /** The day that many working days after another one, the day itself for none. */
    default LocalDate workingDaysAfter(LocalDate day, int days) {
        LocalDate reached = day;
        for (int left = workingDays().isEmpty() ? 0 : days; left > 0; ) {
            reached = reached.plusDays(1);
            left -= workingDays().contains(reached.getDayOfWeek()) ? 1 : 0;
        }
        return reached;
    }

    /** The tenant's day. */
    default LocalDate today() {
        return LocalDate.now(timeZone());
    }
}
