package org.pipewright.sales.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Something done to win customers, what it costs and what the deals it brought are worth (S-SRC-06). */
@Entity
@Table(schema = "sales", name = "marketing_activity")
@RecordType(
        name = MarketingActivity.NAME,
        path = "marketing-activities",
        title = "name",
        feature = Channel.FEATURE,
        columns = {"name", "beginsOn", "endsOn", "budget", "cost", "wonRevenue", "active"},
        sort = "-beginsOn",
        menu = "sales",
        order = 60,
        icon = "megaphone")
public class MarketingActivity extends CrmRecord {

    public static final String NAME = "sales.marketing-activity";

    @Field(required = true, searchable = true)
    private String name;

    @Field(references = NAME)
    @Column(name = "parent_id")
    private UUID parent;

    @Field
    private LocalDate beginsOn;

    @Field
    private LocalDate endsOn;

    @Field(from = 0)
    @Embedded
    private Money budget;

    @Field(from = 0)
    @Embedded
    private Money cost;

    @Field(readOnly = true)
    @Embedded
    private Money wonRevenue;

    @Field
    private boolean active = true;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String details;

    protected MarketingActivity() {}

    /** Has brought won deals worth that much, in the tenant's currency. */
    public void brought(Money revenue) {
        wonRevenue = revenue;
    }

    UUID parent() {
        return parent;
    }

    boolean endsBeforeItBegins() {
        return beginsOn != null && endsOn != null && endsOn.isBefore(beginsOn);
    }
}
