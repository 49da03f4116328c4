package org.pipewright.territories.tree;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/** A part of the market (S-TERR-01). It counts only once it was activated. */
@Entity
@Table(schema = "territories", name = "territory")
@RecordType(
        name = Territory.NAME,
        path = "territories",
        title = "name",
        feature = Territory.FEATURE,
        columns = {"name", "parent", "priority", "active", "validFrom", "validUntil", "owner"},
        sort = "name",
        menu = "territories",
        order = 10,
        icon = "map")
public class Territory extends OwnedRecord {

    /** Name of the record type. */
    public static final String NAME = "territories.territory";

    /** Switch of the module. */
    public static final String FEATURE = "territories.territories";

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field(references = Territory.NAME)
    @Column(name = "parent_id")
    private UUID parent;

    @Field(from = 0, to = 1000)
    private Integer priority;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String description;

    @Field(readOnly = true)
    private boolean active;

    @Field
    private LocalDate validFrom;

    @Field
    private LocalDate validUntil;

    @Field
    private boolean inherits;

    protected Territory() {}

    /** A territory of that name below another. */
    Territory(String name, UUID parent) {
        this.name = name;
        this.parent = parent;
    }

    /** Makes it stand as it is planned, below a territory that is there. */
    void stand(PlannedTerritory planned, UUID below) {
        name = planned.name();
        parent = below;
        priority = planned.priority();
        description = planned.description();
        active = planned.active();
        inherits = planned.inherits();
        validFrom = planned.validFrom();
        validUntil = planned.validUntil();
    }

    PlannedTerritory drawn(List<PlannedRule> rules, List<PlannedMember> members) {
        return new PlannedTerritory(
                id(), name, parent, priority, description, active, inherits, validFrom, validUntil, rules, members);
    }

    void rename(String newName) {
        name = newName;
    }

    void activate() {
        active = true;
    }

    void deactivate() {
        active = false;
    }

    public String name() {
        return name;
    }

    public Optional<UUID> parent() {
        return Optional.ofNullable(parent);
    }

    public Optional<Integer> priority() {
        return Optional.ofNullable(priority);
    }

    public boolean isActive() {
        return active;
    }

    /** Whether only records of the territory above can be of this one (S-TERR-05). */
    public boolean inherits() {
        return inherits;
    }

    /** Whether it counts on that day of the tenant. */
    public boolean isInForce(LocalDate day) {
        return active && wouldCount(day);
    }

    /** Whether it counts on that day once it is active. */
    public boolean wouldCount(LocalDate day) {
        return new Validity(validFrom, validUntil).holds(day);
    }

    boolean endsBeforeItBegins() {
        return validFrom != null && validUntil != null && validUntil.isBefore(validFrom);
    }
}
