package org.pipewright.territories.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.territories.tree.PlannedTree;
import org.pipewright.territories.tree.Territory;
import org.pipewright.territories.tree.TreeChange;

/**
 * A whole tree of territories that is drawn beside the live one (S-TERR-08, -09). It begins as a copy. When it is
 * activated, what was changed in the copy is changed in the live territories; what these were like is kept, so that it can
 * be rolled back.
 */
@Entity
@Table(schema = "territories", name = "territory_plan")
@RecordType(
        name = TerritoryPlan.NAME,
        path = "territory-plans",
        title = "name",
        feature = Territory.FEATURE,
        columns = {"name", "status", "activateOn", "changes", "activatedAt"},
        sort = "name",
        views = {
            @BuiltInView(key = "planning", filter = "status==PLANNING"),
            @BuiltInView(key = "archived", filter = "status==ARCHIVED")
        },
        menu = "territories",
        order = 20,
        icon = "map",
        importable = false)
public class TerritoryPlan extends CrmRecord {

    /** Name of the record type. */
    public static final String NAME = "territories.territory-plan";

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String description;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private PlanStatus status = PlanStatus.PLANNING;

    @Field
    private LocalDate activateOn;

    @Field(readOnly = true)
    private int changes;

    @Field(readOnly = true)
    private int edition = 1;

    @Field(readOnly = true)
    private Instant activatedAt;

    private String base;

    private String draft;

    private String former;

    @Column(name = "displaced_id")
    private UUID displaced;

    protected TerritoryPlan() {}

    /** A plan that nothing has been drawn in. */
    TerritoryPlan(String name) {
        this.name = name;
    }

    /** Draws it as a copy of the live territories. */
    void begin(PlannedTree live) {
        base = TreeText.of(live);
        draft = base;
        changes = 0;
    }

    /** Draws it anew. */
    void draw(PlannedTree tree) {
        draft = TreeText.of(tree);
        changes = change().size();
        edition++;
    }

    /** Puts it into effect in place of another one, if there is one. */
    void activate(PlannedTree live, Instant at, Optional<UUID> inPlaceOf) {
        take(PlanStep.ACTIVATE);
        former = TreeText.of(live);
        activatedAt = at;
        displaced = inPlaceOf.orElse(null);
    }

    /** Knows its territories by the ids they have from now on. */
    void know(PlannedTree tree) {
        draft = TreeText.of(tree);
    }

    /** Goes on from the territories as they are now, with all that was changed in it. */
    void resume(PlannedTree live) {
        take(PlanStep.RESUME);
        PlannedTree drawn = change().appliedTo(live).without(change().dropped());
        base = TreeText.of(live);
        activateOn = null;
        draw(drawn);
    }

    void take(PlanStep step) {
        if (!step.isPossible(status)) {
            throw new IllegalStateException(status + " " + step);
        }
        status = step.to();
    }

    /** What has been changed in it. */
    TreeChange change() {
        return TreeChange.between(TreeText.read(base), draft());
    }

    PlannedTree base() {
        return TreeText.read(base);
    }

    PlannedTree draft() {
        return TreeText.read(draft);
    }

    /** How the live territories stood when it was activated. */
    PlannedTree former() {
        return TreeText.read(former);
    }

    public String name() {
        return name;
    }

    PlanStatus status() {
        return status;
    }

    int edition() {
        return edition;
    }

    Optional<LocalDate> activateOn() {
        return Optional.ofNullable(activateOn);
    }

    Optional<Instant> activatedAt() {
        return Optional.ofNullable(activatedAt);
    }

    Optional<UUID> displaced() {
        return Optional.ofNullable(displaced);
    }
}
