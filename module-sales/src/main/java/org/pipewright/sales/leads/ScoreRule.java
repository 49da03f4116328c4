package org.pipewright.sales.leads;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Points that leads get for something that is true of them (S-LEAD-11). */
@Entity
@Table(schema = "sales", name = "score_rule")
@RecordType(
        name = ScoreRule.NAME,
        path = "lead-score-rules",
        title = "name",
        feature = Lead.FEATURE,
        columns = {"name", "points", "basis", "fact", "value", "least", "channel", "days", "active"},
        sort = "position",
        menu = "settings",
        order = 196,
        icon = "list",
        importable = false)
class ScoreRule extends CatalogueEntry {

    static final String NAME = "sales.score-rule";

    /** What the points are for. */
    enum Basis {
        /** A field has the value, any if none is named, or is as great as that. */
        FIELD,
        /** It came by the channel. */
        CHANNEL,
        /** It has written or called. */
        REPLIED,
        /** Something happened with it in the last days. */
        RECENT
    }

    /** Fields that count. */
    enum Fact {
        INDUSTRY,
        COMPANY,
        JOB_TITLE,
        WEBSITE,
        EMPLOYEES,
        BUDGET;

        boolean isNumber() {
            return this == EMPLOYEES || this == BUDGET;
        }
    }

    @Field(required = true, from = -100, to = 100)
    private Integer points;

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private Basis basis;

    @Field
    @Enumerated(EnumType.STRING)
    private Fact fact;

    @Field
    private String value;

    @Field(from = 0, to = 1_000_000_000)
    private Integer least;

    @Field(references = "sales.channel", feature = "sales.lead-sources")
    @Column(name = "channel_id")
    private UUID channel;

    @Field(from = 1, to = 3650)
    private Integer days;

    protected ScoreRule() {}

    /** Names of the fields without which it says nothing. */
    List<String> lacking() {
        return basis == null
                ? List.of()
                : Stream.of(
                                lacks(Basis.FIELD, "fact", fact),
                                lacks(Basis.CHANNEL, "channel", channel),
                                lacks(Basis.RECENT, "days", days))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private Optional<String> lacks(Basis on, String field, Object given) {
        return basis == on && given == null ? Optional.of(field) : Optional.empty();
    }

    /** Whether a number is compared with a text or the other way round. */
    boolean comparesOtherwise() {
        return basis == Basis.FIELD && fact != null && (fact.isNumber() ? value != null : least != null);
    }
}
