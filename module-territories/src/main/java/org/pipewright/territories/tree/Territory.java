package org.pipewright.territories.tree;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/** A part of the market (S-TERR-01). It counts only once it was activated. */
@Entity
@Table(schema = "territories", name = "territory")
@RecordType(
        name = "territories.territory",
        path = "territories",
        title = "name",
        feature = "territories.territories",
        columns = {"name", "parent", "priority", "active", "owner"},
        sort = "name",
        menu = "territories",
        order = 10,
        icon = "map")
class Territory extends OwnedRecord {

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field(references = "territories.territory")
    @Column(name = "parent_id")
    private UUID parent;

    @Field(from = 0, to = 1000)
    private Integer priority;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String description;

    @Field(readOnly = true)
    private boolean active;

    protected Territory() {}

    /** A territory of that name below another, for tests of the tree. */
    Territory(String name, UUID parent) {
        this.name = name;
        this.parent = parent;
    }

    void activate() {
        active = true;
    }

    void deactivate() {
        active = false;
    }

    String name() {
        return name;
    }

    Optional<UUID> parent() {
        return Optional.ofNullable(parent);
    }

    boolean isActive() {
        return active;
    }
}
