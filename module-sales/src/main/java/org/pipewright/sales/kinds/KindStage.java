package org.pipewright.sales.kinds;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A stage in the course of a kind, with its place and what is special about it there (S-KIND-02, S-KIND-08). */
@Entity
@Table(schema = "sales", name = "kind_stage")
@RecordType(
        name = KindStage.NAME,
        path = "opportunity-kind-stages",
        title = "name",
        feature = Management.FEATURE,
        columns = {"name", "position", "kind", "stage", "start", "roles", "staleAfterDays"},
        sort = "position",
        icon = "list",
        importable = false)
public class KindStage extends CrmRecord {

    public static final String NAME = "sales.kind-stage";

    @Field(readOnly = true)
    private String name;

    @Field(required = true, references = Kind.NAME)
    @Column(name = "kind_id")
    private UUID kind;

    @Field(required = true, references = Stage.NAME)
    @Column(name = "stage_id")
    private UUID stage;

    @Field(from = 0, to = 100_000)
    private Integer position;

    @Field
    private boolean start;

    @Field(max = 400, format = Field.Format.ROLES)
    private String roles;

    @Field(from = 1, to = 10_000)
    private Integer staleAfterDays;

    protected KindStage() {}

    KindStage(UUID kind, UUID stage, int position) {
        this.kind = kind;
        this.stage = stage;
        this.position = position;
    }

    /** The same place in another kind. */
    KindStage in(UUID other) {
        KindStage copy = new KindStage(other, stage, position);
        copy.start = start;
        copy.roles = roles;
        copy.staleAfterDays = staleAfterDays;
        return copy;
    }

    void fillGaps(int end) {
        position = position == null ? end : position;
    }

    void nameAs(Stage of) {
        name = of.name();
    }

    UUID kind() {
        return kind;
    }

    UUID stage() {
        return stage;
    }

    int position() {
        return position;
    }

    boolean isStart() {
        return start;
    }

    /** Roles that may move a deal here, all if empty. */
    List<String> roles() {
        return RoleList.of(roles);
    }

    Optional<Integer> staleAfterDays() {
        return Optional.ofNullable(staleAfterDays);
    }
}
