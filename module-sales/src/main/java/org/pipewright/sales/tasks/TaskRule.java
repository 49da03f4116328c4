package org.pipewright.sales.tasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Management;
import org.pipewright.sales.kinds.Stage;
import org.pipewright.sales.opportunities.Opportunity;

/** A task the tenant wants made when a deal enters a stage (S-KIND-14) or some time after it was won or delivered (S-ACT-15). */
@Entity
@Table(schema = "sales", name = "task_rule")
@RecordType(
        name = TaskRule.NAME,
        path = "task-rules",
        title = "name",
        feature = Opportunity.FEATURE,
        columns = {"name", "occasion", "stage", "kind", "days", "role", "mandatory", "active"},
        sort = "name",
        menu = "settings",
        order = 215,
        icon = "list-checks",
        importable = false)
class TaskRule extends CrmRecord {

    static final String NAME = "sales.task-rule";

    /** What makes the task due. */
    enum Occasion {
        /** A deal enters the stage; days are working days. */
        STAGE,
        /** A deal is won; days are counted from the day it was. */
        WON,
        /** All of an order of a deal is delivered; days are counted from the last delivery. */
        DELIVERED
    }

    @Field(required = true, searchable = true)
    private String name;

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    @Field(references = Stage.NAME, feature = Management.FEATURE)
    @Column(name = "stage_id")
    private UUID stage;

    @Field(references = Kind.NAME, feature = Management.FEATURE)
    @Column(name = "kind_id")
    private UUID kind;

    @Field(from = 0, to = 3650)
    private Integer days;

    @Field(max = 100)
    private String role;

    @Field(feature = Management.FEATURE)
    private boolean mandatory;

    @Field
    private boolean active = true;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String details;

    protected TaskRule() {}

    /** The same for deals of another kind. */
    TaskRule forKind(UUID other) {
        TaskRule copy = new TaskRule();
        copy.name = name;
        copy.occasion = occasion;
        copy.stage = stage;
        copy.kind = other;
        copy.days = days;
        copy.role = role;
        copy.mandatory = mandatory;
        copy.active = active;
        copy.details = details;
        return copy;
    }

    /** Whether it is about entering the stage. */
    boolean isOfStage(UUID someStage) {
        return occasion == Occasion.STAGE && someStage.equals(stage);
    }

    boolean isOf(Occasion some) {
        return occasion == some;
    }

    /** Whether it holds for deals of the kind. */
    boolean isForKind(Optional<UUID> some) {
        return kind == null || some.filter(kind::equals).isPresent();
    }

    boolean isOnlyFor(UUID some) {
        return some.equals(kind);
    }

    boolean isMandatory() {
        return mandatory;
    }

    boolean isActive() {
        return active;
    }

    String name() {
        return name;
    }

    String details() {
        return details;
    }

    Optional<UUID> stage() {
        return Optional.ofNullable(stage);
    }

    /** Days until the task is due; it is due at no certain time without. */
    Optional<Integer> days() {
        return Optional.ofNullable(days);
    }

    /** Role of whoever is to do it; the owner of the deal is without. */
    Optional<String> role() {
        return Optional.ofNullable(role);
    }
}
