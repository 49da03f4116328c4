package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.customers.Customers;
import org.pipewright.platform.spi.records.MergeReaction;
import org.pipewright.platform.spi.records.RecordReaction;

/** Keeps what the won deals of an account add up to, whichever way one of them changes (S-ACC-05). */
@ApplicationScoped
class WonValue implements RecordReaction<Opportunity>, MergeReaction {

    private static final Set<String> COUNTED = Set.of("account", "outcome", "closeRevenue");

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Customers customers;

    @Override
    public void written(List<Written<Opportunity>> writes) {
        recount(writes.stream()
                .filter(write -> COUNTED.stream().anyMatch(write.change()::touches))
                .flatMap(WonValue::accounts)
                .collect(Collectors.toSet()));
    }

    private static Stream<UUID> accounts(Written<Opportunity> write) {
        return Stream.concat(
                Stream.ofNullable(write.record().account()),
                write.change().before("account").stream().map(UUID.class::cast));
    }

    @Override
    public void binned(Opportunity opportunity) {
        recount(Stream.ofNullable(opportunity.account()).collect(Collectors.toSet()));
    }

    @Override
    public void restored(Opportunity opportunity) {
        binned(opportunity);
    }

    @Override
    public Set<String> recordTypes() {
        return Set.of("core.account");
    }

    @Override
    public void merged(UUID winner, Set<UUID> losers) {
        recount(Set.of(winner));
    }

    private void recount(Set<UUID> accounts) {
        customers.recountWonValue(accounts, this::sums);
    }

    private Map<UUID, BigDecimal> sums(Set<UUID> accounts) {
        Map<UUID, BigDecimal> sums = new HashMap<>();
        entityManager
                .createQuery(
                        "select o.account, sum(o.closeRevenue.base) from Opportunity o where o.account in :accounts"
                                + " and o.outcome = :won and o.deletedAt is null group by o.account",
                        Object[].class)
                .setParameter("accounts", accounts)
                .setParameter("won", Outcome.WON)
                .getResultStream()
                .filter(row -> row[1] != null)
                .forEach(row -> sums.put((UUID) row[0], (BigDecimal) row[1]));
        return sums;
    }
}
