package org.pipewright.platform.spi.documents;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/**
 * Keeps with documents of one type what their lines come to: extend it by an empty CDI bean.
 *
 * @param <D> type of the document
 * @param <L> type of its lines
 */
public abstract class DocumentTotals<D extends DocumentRecord, L extends DocumentLine> implements RecordReaction<L> {

    private final Class<D> documents;
    private final Class<L> lines;

    @Inject
    Records records;

    @Inject
    Parts parts;

    protected DocumentTotals(Class<D> documents, Class<L> lines) {
        this.documents = documents;
        this.lines = lines;
    }

    @Override
    public void written(List<Written<L>> writes) {
        writes.stream().map(write -> write.record().document()).distinct().forEach(this::settle);
    }

    @Override
    public void binned(L line) {
        settle(line.document());
    }

    @Override
    public void restored(L line) {
        settle(line.document());
    }

    private void settle(UUID document) {
        records.withId(documents, document)
                .ifPresent(found -> records.change(found, changed -> changed.settle(parts.of(lines, document))));
    }
}
