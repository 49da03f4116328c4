package org.pipewright.territories.tree;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * Which records of a type belong to a territory (S-TERR-02): those that match one of its rules. Of a type without a rule
 * there are none.
 */
@Entity
@Table(schema = "territories", name = "territory_rule")
@RecordType(
        name = "territories.territory-rule",
        path = "territory-rules",
        title = "criteria",
        feature = Territory.FEATURE,
        partOf = "territory",
        columns = {"recordType", "criteria", "broken"},
        icon = "filter")
public class TerritoryRule extends PartRecord {

    @Field(required = true, references = Territory.NAME)
    @Column(name = "territory_id")
    private UUID territory;

    @Field(required = true, max = 100)
    private String recordType;

    @Field(required = true, format = Field.Format.MULTILINE, max = 8000)
    private String criteria;

    @Field(readOnly = true)
    private boolean broken;

    protected TerritoryRule() {}

    TerritoryRule(UUID territory, PlannedRule planned) {
        this.territory = territory;
        recordType = planned.recordType();
        criteria = planned.criteria();
    }

    PlannedRule drawn() {
        return new PlannedRule(recordType, criteria);
    }

    public UUID territory() {
        return territory;
    }

    public String recordType() {
        return recordType;
    }

    public String criteria() {
        return criteria;
    }

    boolean isBroken() {
        return broken;
    }

    void understood() {
        broken = false;
    }
}
