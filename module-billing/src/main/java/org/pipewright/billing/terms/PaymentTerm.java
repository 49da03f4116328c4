package org.pipewright.billing.terms;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
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
        columns = {"name", "days", "standard"},
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

    @Field(readOnly = true)
    private boolean standard;

    protected PaymentTerm() {}

    PaymentTerm(String name, int days) {
        this.name = name;
        this.days = days;
    }

    void makeDefault() {
        standard = true;
    }

    void giveWay() {
        standard = false;
    }

    String name() {
        return name;
    }

    boolean isDefault() {
        return standard;
    }
}
