package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.imports.ImportRows.Side;
import org.pipewright.platform.imports.ImportRows.Undoable;
import org.pipewright.platform.records.ManyRecords;
import org.pipewright.platform.records.ManyRecords.Former;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/**
 * Takes an import back, last row first: records it made go to the bin, records it changed get their former values. What
 * was changed since, or is needed by records that came from elsewhere, stays and is listed (S-IMP-07).
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Undoing {

    private static final String ACTION = "import-undo";

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    ImportRows rows;

    @Inject
    StoredImports imports;

    @Inject
    ManyRecords records;

    /** Takes back the rows before the given one; answers the last row looked at, if there was one. */
    Optional<Integer> next(Import imported, int before, int most) {
        List<Undoable> undoable = rows.undoable(imported.id(), before, most);
        if (undoable.isEmpty()) {
            return Optional.empty();
        }
        DeclaredType type = types.named(imported.recordType()).orElseThrow();
        Set<UUID> needed = needed(imported.id(), type, createdBy(undoable));
        List<Undoable> free = undoable.stream()
                .filter(row -> !needed.contains(row.former().id()))
                .toList();
        Set<UUID> touched =
                records.takeBack(type, free.stream().map(Undoable::former).toList(), ACTION);
        rows.kept(imported.id(), numbers(undoable, needed::contains), errors("in-use"));
        rows.kept(imported.id(), numbers(free, touched::contains), errors("changed-since"));
        rows.undone(imported.id(), numbers(free, id -> !touched.contains(id)));
        imports.progress(imported.id(), undoable.size());
        return Optional.of(undoable.get(undoable.size() - 1).n());
    }

    /** Takes back what was made besides the rows; what is needed elsewhere by now stays. */
    void sides(Import imported) {
        Map<String, List<Side>> byType =
                rows.sides(imported.id()).stream().collect(Collectors.groupingBy(Side::recordType));
        byType.forEach((name, sides) -> types.named(name).ifPresent(type -> sides(imported, type, sides)));
    }

    private void sides(Import imported, DeclaredType type, List<Side> sides) {
        List<Former> formers = sides.stream().map(Side::former).toList();
        Set<UUID> kept = new HashSet<>(
                needed(imported.id(), type, formers.stream().map(Former::id).toList()));
        List<Former> free =
                formers.stream().filter(former -> !kept.contains(former.id())).toList();
        kept.addAll(records.takeBack(type, free, ACTION));
        rows.forgetSides(
                imported.id(),
                formers.stream()
                        .map(Former::id)
                        .filter(id -> !kept.contains(id))
                        .toList());
    }

    private static List<UUID> createdBy(List<Undoable> undoable) {
        return undoable.stream()
                .filter(Undoable::created)
                .map(row -> row.former().id())
                .toList();
    }

    private static Collection<Integer> numbers(List<Undoable> rows, Predicate<UUID> wanted) {
        return rows.stream()
                .filter(row -> wanted.test(row.former().id()))
                .map(Undoable::n)
                .toList();
    }

    private static String errors(String code) {
        return RowOutcome.json(List.of(InvalidFields.error("", code))).toString();
    }

    /** Those to which live records refer that this import has not made itself. */
    private Set<UUID> needed(UUID imported, DeclaredType type, Collection<UUID> created) {
        Set<UUID> needed = new HashSet<>();
        if (!created.isEmpty()) {
            types.referring(type.name())
                    .forEach(referring -> referring.referencesTo(type.name()).stream()
                            .filter(field -> !field.system())
                            .forEach(field -> needed.addAll(referred(imported, referring, field, created))));
        }
        return needed;
    }

    private List<UUID> referred(UUID imported, DeclaredType type, DeclaredField field, Collection<UUID> created) {
        List<Object> parameters = new ArrayList<>(List.of(created, imported, imported));
        return sql.list(
                "select distinct " + field.in("f") + " from " + type.table() + " f where f.deleted_at is null and "
                        + field.in("f") + " = any(?) and not exists (select 1 from core.import_row r"
                        + " where r.import_id = ? and r.record_id = f.id and r.state = 'CREATED')"
                        + " and not exists (select 1 from core.import_side_record s"
                        + " where s.import_id = ? and s.record_id = f.id)",
                row -> row.getObject(1, UUID.class),
                parameters);
    }
}
