package org.pipewright.sales.kinds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Replacing;

/**
 * A stage stands once in the course of a kind: where the one that takes another's place has a place of its own, it keeps
 * that, and the deals of both are there.
 */
@ApplicationScoped
class ReplacedStages implements Replacing {

    @Inject
    Kinds kinds;

    @Override
    public String recordType() {
        return Stage.NAME;
    }

    @Override
    public List<? extends CrmRecord> doubled(UUID entry, UUID heir) {
        return kinds.placesBeside(entry, heir);
    }

    @Override
    public void replaced(UUID heir) {
        kinds.stage(heir).ifPresent(kinds::rename);
    }
}
