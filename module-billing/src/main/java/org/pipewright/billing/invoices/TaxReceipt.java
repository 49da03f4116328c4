package org.pipewright.billing.invoices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.billing.sheets.TaxFigure;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;

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
        columns = {"code", "taxCode", "country", "base", "tax", "receivedOn"},
        kept = true,
        importable = false,
        partOf = "invoice",
        reports =
                @Report(
                        key = "tax-received",
                        period = "receivedOn",
                        by = {"code", "taxCode", "country", "category", "receivedOn"},
                        figures = {
                            @Figure(key = "net", sum = "base"),
                            @Figure(key = "due", sum = "tax"),
                            @Figure(key = "documents", distinct = "invoice")
                        }))
class TaxReceipt extends TaxFigure {

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

    protected TaxReceipt() {}

    /** The part of a tax entry that a source brought on a day. */
    TaxReceipt(TaxEntry of, UUID source, LocalDate day, BigDecimal base, BigDecimal tax, int position) {
        super(of, base, tax);
        invoice = of.invoice();
        entry = of.id();
        this.source = source;
        receivedOn = day;
        standAt(position);
    }
}
