package org.pipewright.platform.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A team; teams form a tree (S-TEN-23). */
@Entity
@Table(schema = "core", name = "team")
@RecordType(
        name = "core.team",
        path = "teams",
        title = "name",
        columns = {"name", "parent"},
        sort = "name",
        icon = "users")
public class Team extends CrmRecord {

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field(references = "core.team")
    @Column(name = "parent_id")
    private UUID parent;

    protected Team() {}

    /** A team below another, or at the top. */
    public static Team named(String name, UUID parent) {
        Team team = new Team();
        team.name = name;
        team.parent = parent;
        return team;
    }

    public String name() {
        return name;
    }

    public Optional<UUID> parent() {
        return Optional.ofNullable(parent);
    }
}
