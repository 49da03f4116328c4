package org.pipewright.sales.fulfilment;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/** What is matched of demand changes with the lines that are about it. */
abstract class MatchOnLine<L extends CrmRecord> implements RecordReaction<L> {

    @Inject
    Matching matching;

    @Inject
    Records records;

    abstract Optional<UUID> demand(L line);

    abstract Optional<UUID> deal(L line);

    @Override
    public void written(List<Written<L>> writes) {
        writes.stream()
                .filter(write ->
                        demand(write.record()).isPresent() || write.change().touches("demandLine"))
                .flatMap(write -> deal(write.record()).stream())
                .distinct()
                .forEach(matching::follow);
    }

    @Override
    public void binned(L line) {
        follow(line);
    }

    @Override
    public void restored(L line) {
        follow(line);
    }

    private void follow(L line) {
        demand(line).flatMap(demand -> deal(line)).ifPresent(matching::follow);
    }
}
