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
import org.pipewright.platform.spi.taxes.TaxRow;

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
        columns = {"code", "country", "base", "tax", "taxedOn"},
        kept = true,
        importable = false,
        partOf = "invoice",
        reports =
                @Report(
                        key = "tax",
                        period = "taxedOn",
                        by = {"code", "country", "category", "taxedOn"},
                        figures = {
                            @Figure(key = "net", sum = "base"),
                            @Figure(key = "due", sum = "tax"),
                            @Figure(key = "documents", distinct = "invoice")
                        }))
class TaxEntry extends PartRecord {

    static final String NAME = "billing.tax-entry";

    @Field(required = true, references = "billing.invoice", readOnly = true)
    @Column(name = "invoice_id")
    private UUID invoice;

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

    /** Of the customer, as it was at issue. */
    @Field(readOnly = true, format = Field.Format.COUNTRY)
    private String country;

    @Field(readOnly = true)
    @Embedded
    private Money base;

    @Field(readOnly = true)
    @Embedded
    private Money tax;

    protected TaxEntry() {}

    TaxEntry(Invoice invoice, int position, TaxRow row, String country) {
        this.invoice = invoice.id();
        this.country = country.isEmpty() ? null : country;
        taxedOn = invoice.issuedOn();
        category = row.tax().category();
        rate = row.tax().rate();
        code = category + " " + rate.toPlainString();
        base = signed(invoice, row.base());
        tax = signed(invoice, row.amount());
        standAt(position);
    }

    UUID invoice() {
        return invoice;
    }

    String code() {
        return code;
    }

    TaxCategory category() {
        return category;
    }

    BigDecimal rate() {
        return rate;
    }

    String country() {
        return country;
    }

    Money base() {
        return base;
    }

    Money tax() {
        return tax;
    }

    private static Money signed(Invoice invoice, BigDecimal amount) {
        return Money.of(invoice.isCreditNote() ? amount.negate() : amount, invoice.currency());
    }
}
