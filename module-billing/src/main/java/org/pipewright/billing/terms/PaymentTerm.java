package org.pipewright.billing.terms;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Within how many days a customer pays. One of them is the default. */
@Entity
@Table(schema = "billing", name = "payment_term")
@RecordType(
        name = "billing.payment-term",
        path = "payment-terms",
        title = "name",
        feature = "billing.invoices",
        columns = {"name", "days", "endOfMonth", "onWorkday", "standard"},
        sort = "days",
        menu = "billing",
        order = 90,
        icon = "calendar",
        translatable = true)
class PaymentTerm extends CrmRecord {

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field(required = true, from = 0, to = 365)
    private Integer days;

    /** Whether the days end with the month they end in. */
    @Field
    private boolean endOfMonth;

    /** Whether what would be due on a day on which nobody works is due on the next one on which people do. */
    @Field
    private boolean onWorkday;

    @Field(readOnly = true)
    private boolean standard;

    protected PaymentTerm() {}

    PaymentTerm(String name, int days) {
        this.name = name;
        this.days = days;
    }

    PaymentTerm untilMonthEnds() {
        endOfMonth = true;
        return this;
    }

    void makeDefault() {
        standard = true;
    }

    void giveWay() {
        standard = false;
    }

    /** When an invoice of that day is due (S-INV-07). */
    LocalDate due(LocalDate issuedOn) {
        return due(issuedOn, days);
    }

    /** When something is due so many days after the issue. */
    LocalDate due(LocalDate issuedOn, int after) {
        LocalDate day = issuedOn.plusDays(after);
        return endOfMonth ? day.with(TemporalAdjusters.lastDayOfMonth()) : day;
    }

    boolean isOnWorkday() {
        return onWorkday;
    }

    String name() {
        return name;
    }

    boolean isDefault() {
        return standard;
    }
}
