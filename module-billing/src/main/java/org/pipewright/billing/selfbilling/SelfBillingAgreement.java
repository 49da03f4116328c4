package org.pipewright.billing.selfbilling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/**
 * That a supplier lets the tenant write its invoices. Without one that holds on the day of issue there is no self-billed
 * invoice: the law asks for the agreement first. What was signed is kept with it as a file.
 */
@Entity
@Table(schema = "billing", name = "self_billing_agreement")
@RecordType(
        name = SelfBillingAgreement.NAME,
        path = "self-billing-agreements",
        title = "name",
        feature = BillingModule.SELF_BILLING,
        columns = {"name", "supplier", "agreedOn", "endsOn", "iban"},
        sort = "-agreedOn",
        menu = "billing",
        order = 74,
        icon = "handshake",
        importable = false)
class SelfBillingAgreement extends CrmRecord {

    static final String NAME = "billing.self-billing-agreement";

    /** Supplier and day. */
    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(required = true, references = "core.account")
    @Column(name = "supplier_id")
    private UUID supplier;

    /** From when on it holds. */
    @Field(required = true)
    private LocalDate agreedOn;

    /** Its last day; none while nobody ended it. */
    @Field
    private LocalDate endsOn;

    /** Of the supplier, by which programs know one that has no number of value added tax, BT-30. */
    @Field(max = 60)
    private String registrationNumber;

    /** Account on which the supplier is paid, BT-84. */
    @Field(max = 34, group = "payment")
    private String iban;

    /** BT-86. */
    @Field(max = 11, group = "payment")
    private String bic;

    @Field(format = Field.Format.MULTILINE, max = 2000)
    private String note;

    protected SelfBillingAgreement() {}

    void named(String supplierNow) {
        name = supplierNow + ", " + agreedOn;
    }

    boolean isBackwards() {
        return agreedOn != null && endsOn != null && endsOn.isBefore(agreedOn);
    }

    LocalDate agreedOn() {
        return agreedOn;
    }

    Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    UUID supplier() {
        return supplier;
    }

    String registrationNumber() {
        return registrationNumber == null ? "" : registrationNumber;
    }

    String iban() {
        return iban == null ? "" : iban;
    }

    String bic() {
        return bic == null ? "" : bic;
    }
}
