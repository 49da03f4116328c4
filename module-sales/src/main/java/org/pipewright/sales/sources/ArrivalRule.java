package org.pipewright.sales.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** By which channel somebody comes to whose way to a form it fits (S-SRC-07). The first active one that fits counts. */
@Entity
@Table(schema = "sales", name = "arrival_rule")
@RecordType(
        name = ArrivalRule.NAME,
        path = "arrival-rules",
        title = "name",
        feature = Channel.FEATURE,
        columns = {"name", "fact", "value", "channel", "marketingActivity", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 262,
        icon = "list",
        importable = false)
public class ArrivalRule extends CatalogueEntry {

    public static final String NAME = "sales.arrival-rule";

    /** What is known of how somebody came. */
    enum Fact {
        UTM_SOURCE,
        UTM_MEDIUM,
        UTM_CAMPAIGN,
        UTM_TERM,
        UTM_CONTENT,
        REFERRER;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private Fact fact;

    @Field(required = true)
    private String value;

    @Field(required = true, references = Channel.NAME)
    @Column(name = "channel_id")
    private UUID channel;

    @Field(references = MarketingActivity.NAME)
    @Column(name = "activity_id")
    private UUID marketingActivity;

    protected ArrivalRule() {}

    /** Whether the fact is that value; of where somebody came from, whether it contains it. Case does not matter. */
    boolean fits(java.util.function.Function<String, Optional<String>> facts) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return facts.apply(fact.key())
                .map(known -> known.toLowerCase(Locale.ROOT))
                .filter(known -> fact == Fact.REFERRER ? known.contains(wanted) : known.equals(wanted))
                .isPresent();
    }

    public UUID channel() {
        return channel;
    }

    /** The marketing activity that brought them. */
    public Optional<UUID> marketingActivity() {
        return Optional.ofNullable(marketingActivity);
    }
}
