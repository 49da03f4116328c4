package org.pipewright.billing.selfbilling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.sheets.TaxFigure;
import org.pipewright.billing.sheets.TaxShare;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;

/**
 * Input tax of one category and rate as it stands on what was issued, less than nothing for credit notes. It is no part of
 * the tax that customers pay, and is told by the day of issue however that one is told (S-TAX-07).
 */
@Entity
@Table(schema = "billing", name = "self_billed_tax")
@RecordType(
        name = "billing.self-billed-tax",
        path = "self-billed-taxes",
        title = "code",
        feature = BillingModule.SELF_BILLING,
        columns = {"code", "taxCode", "country", "base", "tax", "taxedOn"},
        kept = true,
        importable = false,
        partOf = "selfBilledInvoice",
        reports =
                @Report(
                        key = "input-tax",
                        period = "taxedOn",
                        by = {"code", "taxCode", "country", "category", "taxedOn"},
                        figures = {
                            @Figure(key = "net", sum = "base"),
                            @Figure(key = "tax", sum = "tax"),
                            @Figure(key = "documents", distinct = "selfBilledInvoice")
                        }))
class SelfBilledTax extends TaxFigure {

    @Field(required = true, references = SelfBilledInvoice.NAME, readOnly = true)
    @Column(name = "self_billed_invoice_id")
    private UUID selfBilledInvoice;

    @Field(readOnly = true)
    private LocalDate taxedOn;

    protected SelfBilledTax() {}

    SelfBilledTax(SelfBilledInvoice invoice, int position, TaxShare share, String country) {
        super(share, country, !invoice.isCreditNote(), invoice.currency());
        selfBilledInvoice = invoice.id();
        taxedOn = invoice.issuedOn();
        standAt(position);
    }
}
