package org.pipewright.platform.imports;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.spi.errors.Refusal;

/** Keeps where an import stands while a job works on it. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class ImportLedger {

    @Inject
    StoredImports imports;

    @Inject
    ImportRows rows;

    @Inject
    History history;

    @Inject
    ImportLetters letters;

    Import withId(UUID id) {
        return imports.withId(id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    List<Row> after(UUID id, int n, int most) {
        return rows.after(id, n, most);
    }

    List<Row> pendingAfter(UUID id, int n, int most) {
        return rows.pendingAfter(id, n, most);
    }

    void started(UUID id, boolean resumed) {
        imports.started(id, resumed);
    }

    void finish(UUID id, Work work) {
        ImportState state = switch (work) {
            case VALIDATE -> ImportState.VALIDATED;
            case UNDO -> ImportState.UNDONE;
            case RUN -> hasErrors(id) ? ImportState.DONE_WITH_ERRORS : ImportState.DONE;
        };
        end(id, work, state, null);
    }

    private boolean hasErrors(UUID id) {
        ImportRows.Counts counts = rows.counts(id);
        return counts.of(RowState.FAILED) > 0 || counts.partial() > 0;
    }

    void stopped(UUID id, Work work, String reason) {
        ImportState state = switch (work) {
            case VALIDATE -> ImportState.MAPPED;
            case RUN -> ImportState.CANCELLED;
            case UNDO -> ImportState.CANCELLED;
        };
        end(id, work, state, reason);
    }

    void failed(UUID id, Work work, String reason) {
        end(id, work, work == Work.VALIDATE ? ImportState.MAPPED : ImportState.FAILED, reason);
    }

    private void end(UUID id, Work work, ImportState state, String reason) {
        imports.finish(id, state, reason);
        if (work != Work.VALIDATE) {
            Import ended = withId(id);
            history.record("import:" + ended.recordType(), id, ended.fileName(), state.name(), summary(id));
        }
        if (work == Work.RUN) {
            letters.ended(withId(id), rows.counts(id));
        }
    }

    private JsonArray summary(UUID id) {
        var changes = JSON.createArrayBuilder();
        rows.counts(id)
                .byState()
                .forEach((state, count) -> changes.add(JSON.createObjectBuilder()
                        .add("field", state.name().toLowerCase(Locale.ROOT))
                        .addNull("old")
                        .add("new", count)));
        return changes.build();
    }
}
