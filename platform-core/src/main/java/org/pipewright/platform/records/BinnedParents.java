package org.pipewright.platform.records;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;

/**
 * Records in the bin to which one belongs that is taken out of it: its account, what it is part of or stands below
 * (S-REC-04). Those that the caller may not restore are not told.
 */
@ApplicationScoped
class BinnedParents {

    /** What becomes of them. */
    enum Fate {
        /** The caller is asked. */
        ASK,
        /** They are restored too. */
        RESTORE,
        /** They stay in the bin. */
        LEAVE;

        /** As it is given in an address. */
        static Fate of(String given) {
            return switch (given == null ? "" : given) {
                case "" -> ASK;
                case "restore" -> RESTORE;
                case "leave" -> LEAVE;
                default -> throw InvalidFields.refusal("parents", "invalid");
            };
        }
    }

    /** One of them. */
    record Parent(DeclaredType type, UUID id, String title) {}

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding callers;

    /** Those of a record. */
    List<Parent> of(DeclaredType type, CrmRecord record) {
        return type.fields().stream()
                .filter(field -> leadsToParent(type, field))
                .flatMap(field -> parent(field, record).stream())
                .distinct()
                .toList();
    }

    /** Entries of lists and people are no parents. */
    private boolean leadsToParent(DeclaredType type, DeclaredField field) {
        return field.kind() == FieldKind.REFERENCE
                && !field.system()
                && !field.isReckoned()
                && types.named(field.references())
                        .filter(target -> target.owned() || (type.isPart() && field.equals(type.hostField())))
                        .filter(target -> !target.isBarred(Action.DELETE))
                        .isPresent();
    }

    private Optional<Parent> parent(DeclaredField field, CrmRecord record) {
        DeclaredType target = types.named(field.references()).orElseThrow();
        return Optional.ofNullable(field.valueIn(record))
                .map(UUID.class::cast)
                .flatMap(id -> title(target, id).map(title -> new Parent(target, id, title)));
    }

    private Optional<String> title(DeclaredType type, UUID id) {
        String title = Query.isVisible(callers.caller(), type, type.title())
                ? "coalesce(" + type.title().in(Query.MAIN) + "::text, '')"
                : "''";
        SqlPart statement = new SqlPart()
                .add(
                        "select " + title + " from " + type.table()
                                + " t where t.id = ? and t.deleted_at is not null and ",
                        id)
                .add(RowAccess.condition(callers.caller(), type, Action.DELETE, Query.MAIN));
        return sql.list(statement.text(), row -> row.getString(1), statement.parameters()).stream()
                .findFirst();
    }

    /** Asks what shall become of them. */
    static Refusal question(List<Parent> parents) {
        JsonArrayBuilder records = JSON.createArrayBuilder();
        parents.forEach(parent -> records.add(JSON.createObjectBuilder()
                .add("recordType", parent.type().name())
                .add("id", parent.id().toString())
                .add("title", parent.title())));
        String names = parents.stream()
                .map(Parent::title)
                .filter(title -> !Objects.equals(title, ""))
                .collect(Collectors.joining(", "));
        return new Refusal(
                CoreErrorCode.PARENT_BINNED,
                Map.of("name", names.isEmpty() ? "…" : names, "binned", records.build()),
                List.of());
    }
}
