package org.pipewright.sales.fulfilment;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/** What is matched of demand changes with the state of a document about it, and with the deal that is for. */
abstract class MatchOnDocument<D extends CrmRecord> implements RecordReaction<D> {

    private static final String DEAL = "opportunity";

    @Inject
    Matching matching;

    @Inject
    Records records;

    @Inject
    Parts parts;

    abstract Optional<UUID> deal(D document);

    /** Makes its lines forget the demand they are about: what was asked for in one deal is not asked for in another. */
    abstract void leave(D document);

    @Override
    public void written(List<Written<D>> writes) {
        for (Written<D> write : writes) {
            if (!write.change().created() && write.change().touches(DEAL)) {
                leave(write.record());
                write.change().before(DEAL).map(UUID.class::cast).ifPresent(matching::follow);
            }
            follow(write.record());
        }
    }

    @Override
    public void binned(D document) {
        follow(document);
    }

    @Override
    public void restored(D document) {
        follow(document);
    }

    private void follow(D document) {
        deal(document).ifPresent(matching::follow);
    }
}
