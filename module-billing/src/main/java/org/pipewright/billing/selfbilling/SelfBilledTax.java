package org.pipewright.billing.selfbilling;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.taxes.TaxRow;

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
        columns = {"code", "country", "base", "tax", "taxedOn"},
        kept = true,
        importable = false,
        partOf = "selfBilledInvoice",
        reports =
                @Report(
                        key = "input-tax",
                        period = "taxedOn",
                        by = {"code", "country", "category", "taxedOn"},
                        figures = {
                            @Figure(key = "net", sum = "base"),
                            @Figure(key = "tax", sum = "tax"),
                            @Figure(key = "documents", distinct = "selfBilledInvoice")
                        }))
class SelfBilledTax extends PartRecord {

    @Field(required = true, references = SelfBilledInvoice.NAME, readOnly = true)
    @Column(name = "self_billed_invoice_id")
    private UUID selfBilledInvoice;

    @Field(readOnly = true)
    private LocalDate taxedOn;

    /** Category and rate in one, as in {@code S 19}. */
    @Field(readOnly = true, max = 40)
    private String code;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private TaxCategory category;

    @Field(readOnly = true)
    private BigDecimal rate;

    /** Of the supplier, as it was at issue. */
    @Field(readOnly = true, format = Field.Format.COUNTRY)
    private String country;

    @Field(readOnly = true)
    @Embedded
    private Money base;

    @Field(readOnly = true)
    @Embedded
    private Money tax;

    protected SelfBilledTax() {}

    SelfBilledTax(SelfBilledInvoice invoice, int position, TaxRow row, String country) {
        selfBilledInvoice = invoice.id();
        this.country = country.isEmpty() ? null : country;
        taxedOn = invoice.issuedOn();
        category = row.tax().category();
        rate = row.tax().rate();
        code = category + " " + rate.toPlainString();
        base = signed(invoice, row.base());
        tax = signed(invoice, row.amount());
        standAt(position);
    }

    Money base() {
        return base;
    }

    Money tax() {
        return tax;
    }

    private static Money signed(SelfBilledInvoice invoice, BigDecimal amount) {
        return Money.of(invoice.isCreditNote() ? amount.negate() : amount, invoice.currency());
    }
}
