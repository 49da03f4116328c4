package org.pipewright.billing.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.numbers.Numbers;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Days and numbers of what is issued (S-NUM-02, S-NUM-04). */
@ApplicationScoped
public class IssueDays {

    @Inject
    CurrentTenant tenant;

    @Inject
    Numbers numbers;

    @Inject
    TenantSettings choices;

    /** The day somebody chose, else today; none that is yet to come. */
    public LocalDate day(LocalDate on) {
        LocalDate today = tenant.today();
        LocalDate day = Optional.ofNullable(on).orElse(today);
        if (day.isAfter(today)) {
            throw new Refusal(
                    BillingErrorCode.ISSUE_DAY,
                    Map.of(),
                    List.of(new FieldError("on", "out-of-range", "billing.violation.issue-day")));
        }
        return day;
    }

    /**
     * Takes the next number of the series. Whether the day is before that of the last one is asked once the number is
     * taken, when nobody else can take one of the series any more (S-NUM-04).
     *
     * @param anyway whether it may be, where the tenant only warns of it
     */
    public String number(String series, LocalDate day, boolean anyway) {
        String number = numbers.next(series, day);
        boolean warned = choices.text(BillingModule.BACK_DATING).equals(BillingModule.WARN) && anyway;
        numbers.latestDay(series).filter(last -> last.isAfter(day) && !warned).ifPresent(last -> {
            throw Refusal.of(BillingErrorCode.BACK_DATED, last.toString());
        });
        return number;
    }
}
