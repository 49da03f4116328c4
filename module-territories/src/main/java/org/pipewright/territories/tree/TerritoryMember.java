package org.pipewright.territories.tree;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * Somebody who works in a territory (S-TERR-01). May see or change records of the territory beyond what roles allow, if
 * that is said here (S-TERR-13).
 */
@Entity
@Table(schema = "territories", name = "territory_member")
@RecordType(
        name = "territories.territory-member",
        path = "territory-members",
        title = "task",
        feature = Territory.FEATURE,
        partOf = "territory",
        columns = {"member", "task", "access", "below"},
        icon = "users")
public class TerritoryMember extends PartRecord {

    /** What a member may do with records of the territory, where roles reach some of their kind. */
    public enum Access {
        VIEW,
        EDIT
    }

    @Field(required = true, references = Territory.NAME)
    @Column(name = "territory_id")
    private UUID territory;

    @Field(required = true, references = "core.member")
    @Column(name = "member_id")
    private UUID member;

    @Field(max = 100)
    private String task;

    @Field
    @Enumerated(EnumType.STRING)
    private Access access;

    @Field
    private boolean below;

    protected TerritoryMember() {}

    TerritoryMember(UUID territory, PlannedMember planned) {
        this.territory = territory;
        member = planned.member();
        task = planned.task();
        access = planned.access();
        below = planned.below();
    }

    PlannedMember drawn() {
        return new PlannedMember(member, task, access, below);
    }

    UUID territory() {
        return territory;
    }

    UUID member() {
        return member;
    }

    Optional<Access> access() {
        return Optional.ofNullable(access);
    }
}
