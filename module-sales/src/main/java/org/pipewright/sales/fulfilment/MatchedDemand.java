package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.demand.DemandLine;

/** Lines of demand that orders are about, some at a time. */
@ApplicationScoped
class MatchedDemand {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Records records;

    @Transactional(TxType.REQUIRES_NEW)
    List<UUID> ids() {
        return entityManager
                .createQuery(
                        "select l.id from DemandLine l where l.orderedQuantity is not null and l.deletedAt is null",
                        UUID.class)
                .getResultList();
    }

    /** Settles some by the measure of now. */
    @Transactional(TxType.REQUIRES_NEW)
    void settle(List<UUID> some) {
        some.forEach(id -> records.withId(DemandLine.class, id).ifPresent(line -> records.change(line, settled -> {})));
    }
}
