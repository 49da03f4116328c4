package org.pipewright.territories.tree;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** Somebody who works in a territory (S-TERR-01). */
@Entity
@Table(schema = "territories", name = "territory_member")
@RecordType(
        name = "territories.territory-member",
        path = "territory-members",
        title = "task",
        feature = Territory.FEATURE,
        partOf = "territory",
        columns = {"member", "task"},
        icon = "users")
public class TerritoryMember extends PartRecord {

    @Field(required = true, references = Territory.NAME)
    @Column(name = "territory_id")
    private UUID territory;

    @Field(required = true, references = "core.member")
    @Column(name = "member_id")
    private UUID member;

    @Field(max = 100)
    private String task;

    UUID territory() {
        return territory;
    }

    UUID member() {
        return member;
    }
}
