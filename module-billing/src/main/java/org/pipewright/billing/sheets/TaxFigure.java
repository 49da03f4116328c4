package org.pipewright.billing.sheets;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.taxes.TaxRow;

/** Tax of one code, category and rate on a document, less than nothing for credit notes. It is written once. */
@MappedSuperclass
public abstract class TaxFigure extends PartRecord {

    /** From which lines have it; none where somebody typed the tax, or on what was issued before codes were kept. */
    @Field(readOnly = true, references = "core.tax-code")
    @Column(name = "tax_code_id")
    private UUID taxCode;

    /** Category and rate in one, as in {@code S 19}. */
    @Field(readOnly = true, max = 40)
    private String code;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private TaxCategory category;

    @Field(readOnly = true)
    private BigDecimal rate;

    /** Of the other party, as it was at issue. */
    @Field(readOnly = true, format = Field.Format.COUNTRY)
    private String country;

    @Field(readOnly = true)
    @Embedded
    private Money base;

    @Field(readOnly = true)
    @Embedded
    private Money tax;

    protected TaxFigure() {}

    /** As it stands on a document in a currency that adds to what is owed, or takes from it. */
    protected TaxFigure(TaxShare share, String country, boolean adds, String currency) {
        TaxRow row = share.row();
        taxCode = share.code().orElse(null);
        this.country = country.isEmpty() ? null : country;
        category = row.tax().category();
        rate = row.tax().rate();
        code = category + " " + rate.toPlainString();
        base = Money.of(adds ? row.base() : row.base().negate(), currency);
        tax = Money.of(adds ? row.amount() : row.amount().negate(), currency);
    }

    /** A part of another one. */
    protected TaxFigure(TaxFigure whole, BigDecimal base, BigDecimal tax) {
        taxCode = whole.taxCode;
        country = whole.country;
        category = whole.category;
        rate = whole.rate;
        code = whole.code;
        this.base = Money.of(base, whole.base.currency());
        this.tax = Money.of(tax, whole.tax.currency());
    }

    /** What is taxed. */
    public Money base() {
        return base;
    }

    /** The tax on it. */
    public Money tax() {
        return tax;
    }
}
