package org.pipewright.billing.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;

/** The levels of the tenant. */
@ApplicationScoped
public class DunningLevels {

    private static final int BEFORE_THE_FIRST = -1;

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /** A level with its letter. */
    public record Level(UUID id, String name, String text, Optional<Money> fee) {}

    /** The next level above that one, if what is open is late enough for it; levels are never left out. */
    public Optional<Level> above(Optional<UUID> level, long daysLate) {
        int reached = level.map(id -> entityManager.find(DunningLevel.class, id))
                .map(DunningLevel::days)
                .orElse(BEFORE_THE_FIRST);
        return entityManager
                .createQuery(
                        "select l from DunningLevel l where l.deletedAt is null and l.days > :reached order by l.days, l.id",
                        DunningLevel.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("reached", reached)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .filter(next -> next.days() <= daysLate)
                .map(next -> new Level(next.id(), next.name(), next.text(), next.fee()));
    }
}
