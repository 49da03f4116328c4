package org.pipewright.billing.invoices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.billing.sheets.TaxFigure;
import org.pipewright.billing.sheets.TaxShare;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;

/**
 * Tax of one category and rate as it stands on what was issued, less than nothing for credit notes. Taxes are told by the
 * day of issue (S-TAX-07).
 */
@Entity
@Table(schema = "billing", name = "tax_entry")
@RecordType(
        name = TaxEntry.NAME,
        path = "tax-entries",
        title = "code",
        feature = "billing.invoices",
        columns = {"code", "taxCode", "country", "base", "tax", "taxedOn"},
        kept = true,
        importable = false,
        partOf = "invoice",
        reports =
                @Report(
                        key = "tax",
                        period = "taxedOn",
                        by = {"code", "taxCode", "country", "category", "taxedOn"},
                        figures = {
                            @Figure(key = "net", sum = "base"),
                            @Figure(key = "due", sum = "tax"),
                            @Figure(key = "documents", distinct = "invoice")
                        }))
class TaxEntry extends TaxFigure {

    static final String NAME = "billing.tax-entry";

    @Field(required = true, references = "billing.invoice", readOnly = true)
    @Column(name = "invoice_id")
    private UUID invoice;

    @Field(readOnly = true)
    private LocalDate taxedOn;

    protected TaxEntry() {}

    TaxEntry(Invoice invoice, int position, TaxShare share, String country) {
        super(share, country, !invoice.isCreditNote(), invoice.currency());
        this.invoice = invoice.id();
        taxedOn = invoice.issuedOn();
        standAt(position);
    }

    UUID invoice() {
        return invoice;
    }
}
