package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Board;

/**
 * Where cards stand on boards that people put in order (S-PIPE-03). A place is a number between those of its
 * neighbours, whoever sees these, so that one card changes and none beside it. Versions stay: the record is as it was.
 */
@ApplicationScoped
class Places {

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    CallerBinding callers;

    /** Puts a card the caller may edit right below another one, or on top. */
    void put(String recordType, UUID id, Optional<UUID> after) {
        DeclaredType type = types.named(recordType)
                .filter(reading::isViewable)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        String column = column(type);
        writing.requireAction(type, Action.EDIT);
        reading.requireVisible(type, id);
        if (!reading.allows(type, id, Action.EDIT)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, recordType + ":" + Action.EDIT);
        }
        if (after.isPresent() && (after.get().equals(id) || !reading.allows(type, after.get(), Action.VIEW))) {
            throw InvalidFields.refusal("after", "not-found");
        }
        after.ifPresentOrElse(above -> below(type, column, id, above), () -> onTop(type, column, id));
    }

    /** Where the first board the caller has keeps places; there is none of other types. */
    private String column(DeclaredType type) {
        return Stream.of(type.declaration().boards())
                .filter(board -> callers.hasFeature(board.feature()))
                .map(Board::place)
                .flatMap(place -> type.field(place).stream())
                .filter(field -> Query.isVisible(callers.caller(), type, field))
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND))
                .column();
    }

    private void below(DeclaredType type, String column, UUID id, UUID above) {
        String next = "select min(n." + column + ") from " + type.table() + " n where n." + column + " > a." + column
                + " and n.id <> ? and n.deleted_at is null";
        sql.update(
                "update " + type.table() + " t set " + column + " = (select (a." + column + " + coalesce((" + next
                        + "), a." + column + " + 2)) * 0.5 from " + type.table() + " a where a.id = ?) where t.id = ?",
                id,
                above,
                id);
    }

    private void onTop(DeclaredType type, String column, UUID id) {
        sql.update(
                "update " + type.table() + " t set " + column + " = (select coalesce(min(n." + column
                        + "), 0) - 1 from " + type.table()
                        + " n where n.id <> ? and n.deleted_at is null) where t.id = ?",
                id,
                id);
    }
}
