package org.pipewright.billing.subscriptions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** What is going to be invoiced of subscriptions until a day, as things stand when it is asked (S-INV-11). */
@Entity
@Table(schema = "billing", name = "invoice_preview")
@RecordType(
        name = InvoicePreview.NAME,
        path = "invoice-previews",
        title = "name",
        feature = "billing.subscriptions",
        columns = {"name", "subscription", "invoices", "createdAt"},
        menu = "billing",
        order = 16,
        icon = "eye",
        importable = false)
class InvoicePreview extends CrmRecord {

    static final String NAME = "billing.invoice-preview";

    /** The day. */
    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(required = true)
    private LocalDate untilDay;

    /** The only one that is asked about; all if empty. */
    @Field(references = Subscription.NAME)
    @Column(name = "subscription_id")
    private UUID subscription;

    /** How many there are going to be. */
    @Field(readOnly = true)
    private Integer invoices;

    @Field(format = Field.Format.MULTILINE, max = 2000)
    private String note;

    @Transient
    private boolean moving;

    void named() {
        name = untilDay.toString();
    }

    void told(int count) {
        moving = true;
        invoices = count;
    }

    /** Whether the module itself is at it. */
    boolean isMoving() {
        return moving;
    }

    LocalDate untilDay() {
        return untilDay;
    }

    Optional<UUID> subscription() {
        return Optional.ofNullable(subscription);
    }
}
