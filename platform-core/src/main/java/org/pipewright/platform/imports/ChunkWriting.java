package org.pipewright.platform.imports;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.records.ManyRecords;
import org.pipewright.platform.records.ManyRecords.Wanted;
import org.pipewright.platform.records.ManyRecords.Written;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Makes records of some rows, each time in a transaction of its own. The rehearsal does exactly the same and then rolls
 * back, so it cannot tell otherwise than the run.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class ChunkWriting {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    References references;

    @Inject
    KeyMatching keys;

    @Inject
    Duplicates duplicates;

    @Inject
    ManyRecords records;

    @Inject
    ImportRows importRows;

    @Inject
    StoredImports imports;

    /** Writes the rows and what became of each. */
    void write(ImportSession session, List<Row> rows) {
        UUID id = session.imported().id();
        importRows.store(id, outcomes(session, rows));
        imports.progress(id, rows.size());
    }

    /** What the rows would become; nothing of it remains. */
    List<RowOutcome> rehearse(ImportSession session, List<Row> rows) {
        List<RowOutcome> outcomes =
                outcomes(session, rows).stream().map(RowOutcome::rehearsed).toList();
        transactions.setRollbackOnly();
        return outcomes;
    }

    /** Keeps what was found out about rows. */
    void store(UUID id, List<RowOutcome> outcomes) {
        importRows.store(id, outcomes);
        imports.progress(id, outcomes.size());
    }

    private List<RowOutcome> outcomes(ImportSession session, List<Row> rows) {
        List<Translated> translated = rows.stream().map(session::translate).toList();
        references.resolve(session, translated);
        keys.match(session, translated);
        Map<Integer, UUID> namesakes = session.isRehearsal() ? duplicates.of(session.type(), translated) : Map.of();
        Map<Integer, Written> written = written(session, translated);
        return translated.stream()
                .map(row -> outcome(session, row, written.get(row.n()), namesakes.get(row.n())))
                .toList();
    }

    private Map<Integer, Written> written(ImportSession session, List<Translated> rows) {
        List<Translated> writable =
                rows.stream().filter(row -> isWritable(session, row)).toList();
        List<Wanted> wanted = writable.stream()
                .map(row -> new Wanted(row.id().orElse(null), row.members(), row.errors(), row.bornAt()))
                .toList();
        List<Written> written =
                records.write(session.type(), wanted, session.mapping().historical());
        Map<Integer, Written> byRow = new HashMap<>();
        for (int i = 0; i < writable.size(); i++) {
            byRow.put(writable.get(i).n(), written.get(i));
        }
        return byRow;
    }

    /** A row with errors is checked too, so that everything that is wrong with it is told at once. */
    private static boolean isWritable(ImportSession session, Translated row) {
        boolean known = row.errors().isEmpty()
                || (row.id().isEmpty() && session.mapping().creates());
        return known && !row.isSkipped();
    }

    private static RowOutcome outcome(ImportSession session, Translated row, Written written, UUID namesake) {
        String titleField = session.type().title().name();
        if (row.isSkipped()) {
            return of(row, RowState.SKIPPED, "skip", row.title(titleField), row.errors(), null, namesake);
        }
        if (written == null) {
            return of(row, RowState.FAILED, null, row.title(titleField), row.errors(), null, namesake);
        }
        String title = written.title().isEmpty() ? row.title(titleField) : written.title();
        if (written.refusal().isPresent()) {
            return of(
                    row,
                    RowState.FAILED,
                    null,
                    title,
                    errors(row, written.refusal().get()),
                    null,
                    namesake);
        }
        if (!written.changed() && row.deferred().isEmpty()) {
            return of(row, RowState.SKIPPED, "skip", title, List.of(), written, namesake);
        }
        RowState state = row.id().isPresent() ? RowState.UPDATED : RowState.CREATED;
        String action = row.id().isPresent() ? "update" : "create";
        return of(row, state, action, title, List.of(), written, row.id().isPresent() ? null : namesake);
    }

    private static List<FieldError> errors(Translated row, Refusal refusal) {
        if (!refusal.errors().isEmpty()) {
            return refusal.errors();
        }
        List<FieldError> errors = new ArrayList<>(row.errors());
        errors.add(new FieldError("", refusal.code().slug(), refusal.code().textKey()));
        return errors;
    }

    private static RowOutcome of(
            Translated row,
            RowState state,
            String action,
            String title,
            List<FieldError> errors,
            Written written,
            UUID namesake) {
        Optional<Written> done = Optional.ofNullable(written);
        JsonArray changes =
                done.map(Written::changes).filter(list -> !list.isEmpty()).orElse(null);
        return new RowOutcome(
                row.n(),
                state,
                action,
                done.flatMap(Written::missing).orElse(null),
                title,
                errors,
                changes,
                state == RowState.UPDATED ? done.map(Written::before).orElse(null) : null,
                row.deferred(),
                namesake,
                done.map(Written::id).orElse(null),
                done.map(Written::version).orElse(0));
    }
}
