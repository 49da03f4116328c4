package org.pipewright.sales.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** On which terms the tenant sells to an account, as agreed for some time (S-ACC-09). */
@Entity
@Table(schema = "sales", name = "terms_of_sale")
@RecordType(
        name = TermsOfSale.NAME,
        path = "terms-of-sale",
        title = "name",
        feature = TermsOfSale.FEATURE,
        columns = {"name", "account", "priceList", "currency", "paymentDays", "discountLimit", "validFrom", "validUntil"
        },
        sort = "name",
        menu = "sales",
        order = 60,
        icon = "scale")
public class TermsOfSale extends CrmRecord {

    public static final String NAME = "sales.terms-of-sale";
    public static final String FEATURE = "sales.terms-of-sale";

    /** Criteria of the terms a deal with an account can be made on today. */
    public static final String OFFERED = "account=={account};(validFrom=isnull=true,validFrom<=today);"
            + "(validUntil=isnull=true,validUntil>=today)";

    @Field(required = true, searchable = true)
    private String name;

    @Field(required = true, references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    @Field(format = Field.Format.CURRENCY)
    private String currency;

    @Field(references = "core.price-list")
    @Column(name = "price_list_id")
    private UUID priceList;

    /** Days after the invoice by which it is to be paid. */
    @Field(from = 0, to = 365)
    private Integer paymentDays;

    /** Greatest discount in percent. */
    @Field(from = 0, to = 100)
    private BigDecimal discountLimit;

    @Field
    private LocalDate validFrom;

    @Field
    private LocalDate validUntil;

    @Field(format = Field.Format.MULTILINE, max = 10_000)
    private String notes;

    protected TermsOfSale() {}

    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    public Optional<UUID> priceList() {
        return Optional.ofNullable(priceList);
    }

    public Optional<Integer> paymentDays() {
        return Optional.ofNullable(paymentDays);
    }

    public Optional<BigDecimal> discountLimit() {
        return Optional.ofNullable(discountLimit);
    }

    boolean endBeforeTheyBegin() {
        return validFrom != null && validUntil != null && validUntil.isBefore(validFrom);
    }
}
