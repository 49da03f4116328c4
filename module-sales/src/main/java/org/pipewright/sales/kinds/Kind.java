package org.pipewright.sales.kinds;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/**
 * A way of selling (S-KIND-02). A standard sale follows its stages in their exact order, a custom one moves freely
 * unless limited, any other has no stages.
 */
@Entity
@Table(schema = "sales", name = "kind")
@RecordType(
        name = Kind.NAME,
        path = "opportunity-kinds",
        title = "name",
        feature = Management.FEATURE,
        columns = {
            "name",
            "type",
            "allowed",
            "preferred",
            "primaryDemand",
            "team",
            "roles",
            "staleAfterDays",
            "position"
        },
        sort = "position",
        menu = "settings",
        order = 205,
        icon = "list",
        translatable = true,
        importable = false)
public class Kind extends CrmRecord {

    public static final String NAME = "sales.kind";

    private static final int LONGEST_NAME = 100;

    /** How strict a way of selling is. */
    public enum Type {
        STANDARD,
        CUSTOM,
        OTHER
    }

    @Field(required = true, max = LONGEST_NAME, searchable = true)
    private String name;

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private Type type;

    @Field
    private boolean allowed;

    @Field
    private boolean preferred;

    @Field
    private boolean primaryDemand;

    @Field(references = "core.team")
    @Column(name = "team_id")
    private UUID team;

    @Field(max = 400, format = Field.Format.ROLES)
    private String roles;

    @Field(from = 0, to = 100_000)
    private Integer position;

    @Field(from = 1, to = 10_000)
    private Integer staleAfterDays;

    @Field(group = "limits")
    private boolean forbidSkipping;

    @Field(group = "limits")
    private boolean forbidBack;

    @Field(format = Field.Format.MULTILINE, max = 4000, group = "limits")
    private String details;

    @Field(readOnly = true, group = "editions")
    private Integer edition = 1;

    @Field(readOnly = true, references = Kind.NAME, group = "editions")
    @Column(name = "former_id")
    private UUID former;

    protected Kind() {}

    Kind(String name, Type type, int position) {
        this.name = name;
        this.type = type;
        this.position = position;
    }

    /** A draft of what takes its place, with nothing changed yet; it cannot be chosen before it is released (S-KIND-17). */
    Kind revised() {
        Kind next = new Kind(numbered(edition + 1), type, position);
        next.edition = edition + 1;
        next.former = id();
        next.primaryDemand = primaryDemand;
        next.team = team;
        next.roles = roles;
        next.staleAfterDays = staleAfterDays;
        next.forbidSkipping = forbidSkipping;
        next.forbidBack = forbidBack;
        next.details = details;
        return next;
    }

    private String numbered(int number) {
        String end = " (" + number + ")";
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - end.length())) + end;
    }

    /** Gives way to its next edition: its deals go on, new ones are of the other. */
    void retire() {
        name = numbered(edition);
        allowed = false;
        preferred = false;
    }

    /** Takes the place of the former edition. */
    void release(String itsName, boolean isPreferredNow) {
        name = itsName;
        allowed = true;
        preferred = isPreferredNow;
    }

    /** The same kind as one that can be chosen. */
    public Kind asAllowed() {
        allowed = true;
        return this;
    }

    /** The same kind as the one that opportunities have unless told otherwise. */
    Kind asPreferred() {
        preferred = true;
        return this;
    }

    void stepBack() {
        preferred = false;
    }

    void fillGaps(int end) {
        position = position == null ? end : position;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    /** The edition it takes the place of. */
    Optional<UUID> former() {
        return Optional.ofNullable(former);
    }

    public boolean hasStages() {
        return type != Type.OTHER;
    }

    public boolean isAllowed() {
        return allowed;
    }

    public boolean isPreferred() {
        return preferred;
    }

    /** Whether primary demand may be recorded (S-KIND-19); nothing to do with channel and source (C6). */
    public boolean takesPrimaryDemand() {
        return primaryDemand;
    }

    public Optional<UUID> team() {
        return Optional.ofNullable(team);
    }

    /** Whether records of that team may be of the kind (S-KIND-18). */
    public boolean isFor(UUID someTeam) {
        return team == null || team.equals(someTeam);
    }

    /** Roles of which somebody needs one to have deals of the kind, all if empty (S-KIND-18). */
    List<String> roles() {
        return RoleList.of(roles);
    }

    boolean forbidsSkipping() {
        return forbidSkipping || type == Type.STANDARD;
    }

    boolean forbidsBack() {
        return forbidBack || type == Type.STANDARD;
    }

    /** Days without movement after which a deal is stale, unless the stage says otherwise (S-KIND-22). */
    public Optional<Integer> staleAfterDays() {
        return Optional.ofNullable(staleAfterDays);
    }
}
