package org.pipewright.billing.subscriptions;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** An invoice that is going to be made (S-INV-11). */
@Entity
@Table(schema = "billing", name = "invoice_preview_line")
@RecordType(
        name = "billing.invoice-preview-line",
        path = "invoice-preview-lines",
        title = "name",
        feature = "billing.subscriptions",
        columns = {"madeOn", "subscription", "account", "periodFrom", "periodTo", "net", "payable"},
        kept = true,
        importable = false,
        partOf = "preview",
        essential = true)
class PreviewLine extends PartRecord {

    @Field(required = true, references = InvoicePreview.NAME, readOnly = true)
    @Column(name = "preview_id")
    private UUID preview;

    /** What the subscription is called. */
    @Field(readOnly = true)
    private String name;

    @Field(readOnly = true, references = Subscription.NAME)
    @Column(name = "subscription_id")
    private UUID subscription;

    @Field(readOnly = true, references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    /** When it is made; in the past if that is overdue. */
    @Field(readOnly = true)
    private LocalDate madeOn;

    @Field(readOnly = true)
    private LocalDate periodFrom;

    @Field(readOnly = true)
    private LocalDate periodTo;

    @Field(readOnly = true)
    @Embedded
    private Money net;

    @Field(readOnly = true)
    @Embedded
    private Money tax;

    @Field(readOnly = true)
    @Embedded
    private Money payable;

    protected PreviewLine() {}

    PreviewLine(InvoicePreview preview, int position, Subscription subscription, Segment segment, DocumentSums sums) {
        this.preview = preview.id();
        this.name = subscription.name();
        this.subscription = subscription.id();
        account = subscription.account().orElseThrow();
        madeOn = segment.dueOn();
        periodFrom = segment.from();
        periodTo = segment.to();
        net = Money.of(sums.net(), subscription.currency());
        tax = Money.of(sums.tax(), subscription.currency());
        payable = Money.of(sums.payable(), subscription.currency());
        standAt(position);
    }
}
