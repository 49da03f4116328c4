package org.pipewright.billing.invoices;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.platform.spi.taxes.TaxCategory;

/**
 * Tax that came in with what was paid or settled on an invoice, or went out with a credit note, for those who owe tax only
 * then (S-TAX-07). It is written once; where a payment is taken back, so is its tax, on the same day.
 */
@Entity
@Table(schema = "billing", name = "tax_receipt")
@RecordType(
        name = TaxReceipt.NAME,
        path = "tax-receipts",
        title = "code",
        feature = "billing.payments",
        columns = {"code", "country", "base", "tax", "receivedOn"},
        kept = true,
        importable = false,
        partOf = "invoice",
        reports =
                @Report(
                        key = "tax-received",
                        period = "receivedOn",
                        by = {"code", "country", "category", "receivedOn"},
                        figures = {
                            @Figure(key = "net", sum = "base"),
                            @Figure(key = "due", sum = "tax"),
                            @Figure(key = "documents", distinct = "invoice")
                        }))
class TaxReceipt extends PartRecord {

    static final String NAME = "billing.tax-receipt";

    @Field(required = true, references = "billing.invoice", readOnly = true)
    @Column(name = "invoice_id")
    private UUID invoice;

    /** The tax entry of which it is a part. */
    @Column(name = "entry_id")
    private UUID entry;

    /** What was allocated or settled. */
    private UUID source;

    @Field(readOnly = true)
    private LocalDate receivedOn;

    /** Category and rate in one, as in {@code S 19}. */
    @Field(readOnly = true, max = 40)
    private String code;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private TaxCategory category;

    @Field(readOnly = true)
    private BigDecimal rate;

    /** Of the customer, as it was at issue. */
    @Field(readOnly = true, format = Field.Format.COUNTRY)
    private String country;

    @Field(readOnly = true)
    @Embedded
    private Money base;

    @Field(readOnly = true)
    @Embedded
    private Money tax;

    protected TaxReceipt() {}

    /** The part of a tax entry that a source brought on a day. */
    TaxReceipt(TaxEntry of, UUID source, LocalDate day, BigDecimal base, BigDecimal tax, int position) {
        invoice = of.invoice();
        entry = of.id();
        code = of.code();
        category = of.category();
        rate = of.rate();
        country = of.country();
        this.source = source;
        receivedOn = day;
        this.base = Money.of(base, of.base().currency());
        this.tax = Money.of(tax, of.tax().currency());
        standAt(position);
    }
}
