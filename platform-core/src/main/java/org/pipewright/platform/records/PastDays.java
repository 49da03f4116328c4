package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Criteria;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.currencies.Rates;
import org.pipewright.platform.errors.InvalidFields;

/** Days of the past where the tenant is, each as it was at its end; today as it is now. */
@ApplicationScoped
class PastDays {

    @Inject
    CallerBinding callers;

    @Inject
    Rates rates;

    /** The day a parameter names; refuses what is none or lies ahead. */
    LocalDate day(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(rates.today())) {
                throw InvalidFields.refusal(parameter, "future");
            }
            return day;
        } catch (DateTimeException | NullPointerException e) {
            throw InvalidFields.refusal(parameter, "invalid");
        }
    }

    /** The rows of the query's type at the end of the day. */
    SqlPart rows(Query query, LocalDate day) {
        return new PastRows(query, end(day), rates.validOn(day)).rows();
    }

    private Instant end(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(zone()).toInstant().minusNanos(1000);
        return end.isAfter(Instant.now()) ? Instant.now() : end;
    }

    /** Time by which criteria are read that speak of today. */
    Criteria.Clock clock(LocalDate day) {
        return new Criteria.Clock(day, zone());
    }

    private ZoneId zone() {
        return callers.caller().tenant().timeZone();
    }
}
