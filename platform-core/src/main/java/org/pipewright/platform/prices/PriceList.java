package org.pipewright.platform.prices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/**
 * Prices in one currency (S-PROD-02), all of them without tax or all with it (S-PROD-04). What a list does not say, its
 * parent says, changed by the adjustments of the list.
 */
@Entity
@Table(schema = "core", name = "price_list")
@RecordType(
        name = PriceList.NAME,
        path = "price-lists",
        title = "name",
        columns = {"name", "currency", "prices", "parent", "validFrom", "validUntil", "standard"},
        sort = "name",
        menu = "customers",
        order = 32,
        icon = "package",
        views = @BuiltInView(key = "in-force", filter = PriceList.OFFERED, sort = "name"))
public class PriceList extends CrmRecord {

    static final String NAME = "core.price-list";

    /** Criteria of the lists that hold today. */
    static final String OFFERED = "(validFrom=isnull=true,validFrom<=today);(validUntil=isnull=true,validUntil>=today)";

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field(required = true, format = Field.Format.CURRENCY)
    private String currency;

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private PriceBasis prices = PriceBasis.NET;

    @Field
    private LocalDate validFrom;

    @Field
    private LocalDate validUntil;

    @Field(references = PriceList.NAME)
    @Column(name = "parent_id")
    private UUID parent;

    /** Whether it holds for everybody who has no other one, in its currency. */
    @Field(readOnly = true)
    private boolean standard;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String notes;

    protected PriceList() {}

    void makeDefault() {
        standard = true;
    }

    void giveWay() {
        standard = false;
    }

    boolean endsBeforeItBegins() {
        return validFrom != null && validUntil != null && validUntil.isBefore(validFrom);
    }

    boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Whether prices of the one can stand for prices of the other. */
    boolean reckonsLike(PriceList other) {
        return currency.equals(other.currency) && prices == other.prices;
    }

    String name() {
        return name;
    }

    String currency() {
        return currency;
    }

    PriceBasis prices() {
        return prices;
    }

    Optional<UUID> parent() {
        return Optional.ofNullable(parent);
    }

    boolean isDefault() {
        return standard;
    }
}
