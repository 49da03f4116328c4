package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Steps of the work on an import, each in transactions of its own. */
@ApplicationScoped
class ImportSteps {

    private static final Logger LOGGER = System.getLogger(ImportSteps.class.getName());

    @Inject
    ChunkWriting chunks;

    @Inject
    ImportLedger ledger;

    Import withId(UUID id) {
        return ledger.withId(id);
    }

    List<Row> after(UUID id, int n, int most) {
        return ledger.after(id, n, most);
    }

    List<Row> pendingAfter(UUID id, int n, int most) {
        return ledger.pendingAfter(id, n, most);
    }

    /** Rehearses the rows; where the database refuses one, the others are rehearsed without it. */
    void rehearse(ImportSession session, List<Row> rows) {
        chunks.store(session.imported().id(), rehearsed(session, rows));
    }

    List<RowOutcome> rehearsed(ImportSession session, List<Row> rows) {
        try {
            return chunks.rehearse(session, rows);
        } catch (RuntimeException e) {
            return refused(e, session, rows);
        } finally {
            session.discard();
        }
    }

    private List<RowOutcome> refused(RuntimeException failure, ImportSession session, List<Row> rows) {
        if (!Problems.isOfRows(failure)) {
            throw failure;
        }
        if (rows.size() == 1) {
            return List.of(failure(session, rows.get(0), failure).as(RowState.ERROR));
        }
        int half = rows.size() / 2;
        return Stream.of(rows.subList(0, half), rows.subList(half, rows.size()))
                .flatMap(part -> rehearsed(session, part).stream())
                .toList();
    }

    private static RowOutcome failure(ImportSession session, Row row, RuntimeException failure) {
        if (!Problems.isKnown(failure)) {
            LOGGER.log(
                    Level.INFO,
                    () -> "Row " + row.n() + " of import " + session.imported().id(),
                    failure);
        }
        String title = session.translate(row).title(session.type().title().name());
        return RowOutcome.failed(row.n(), title, Problems.of(failure));
    }

    /** Brings the rows in; where the database refuses one, the others come in without it. */
    void write(ImportSession session, List<Row> rows) {
        try {
            chunks.write(session, rows);
            session.settle();
        } catch (RuntimeException e) {
            session.discard();
            writeParts(e, session, rows);
        }
    }

    private void writeParts(RuntimeException failure, ImportSession session, List<Row> rows) {
        if (!Problems.isOfRows(failure)) {
            throw failure;
        }
        if (rows.size() == 1) {
            chunks.store(session.imported().id(), List.of(failure(session, rows.get(0), failure)));
            return;
        }
        int half = rows.size() / 2;
        write(session, rows.subList(0, half));
        write(session, rows.subList(half, rows.size()));
    }

    void started(UUID id, boolean resumed) {
        ledger.started(id, resumed);
    }

    void finish(UUID id, Work work) {
        ledger.finish(id, work);
    }

    void stopped(UUID id, Work work, String reason) {
        ledger.stopped(id, work, reason);
    }

    void failed(UUID id, Work work, String reason) {
        ledger.failed(id, work, reason);
    }
}
