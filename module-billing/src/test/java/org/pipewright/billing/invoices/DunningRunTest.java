package org.pipewright.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;

class DunningRunTest {

    private record Chosen(boolean automatic, boolean workingDays) implements TenantSettings {

        @Override
        public boolean flag(String key) {
            return key.equals(BillingModule.WORKING_DAYS) ? workingDays : automatic;
        }

        @Override
        public String text(String key) {
            throw new UnsupportedOperationException(key);
        }

        @Override
        public int integer(String key) {
            throw new UnsupportedOperationException(key);
        }
    }

    /** Works from Monday to Friday. */
    private record Office(boolean invoices, LocalDate today) implements CurrentTenant {

        @Override
        public boolean hasFeature(String key) {
            return invoices;
        }

        @Override
        public String name() {
            return "Office";
        }

        @Override
        public String currency() {
            return "EUR";
        }

        @Override
        public Set<DayOfWeek> workingDays() {
            return Set.of(
                    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        }

        @Override
        public ZoneId timeZone() {
            return ZoneOffset.UTC;
        }
    }

    @ParameterizedTest(name = "invoices {0}, by itself {1}, on working days {2}, on {3}: {4}")
    @CsvSource({
        "true, true, false, 2026-11-20, true",
        "true, true, false, 2026-11-21, true",
        "true, true, true, 2026-11-20, true",
        "true, true, true, 2026-11-21, false",
        "true, false, false, 2026-11-20, false",
        "false, true, false, 2026-11-20, false"
    })
    void remindsWhereAndWhenTheTenantWants(
            boolean invoices, boolean automatic, boolean workingDays, LocalDate today, boolean wanted) {
        DunningRun run = new DunningRun();
        run.choices = new Chosen(automatic, workingDays);
        run.tenant = new Office(invoices, today);

        assertThat(run.isWantedToday()).isEqualTo(wanted);
    }
}
