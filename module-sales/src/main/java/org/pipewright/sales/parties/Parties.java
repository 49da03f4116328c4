package org.pipewright.sales.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/**
 * What holds for all parties of a deal together: one of them is its customer, nobody has the same role twice, and of a
 * lost deal at most one competitor is the winner. The deal follows its customer party, and its winner (S-PARTY-04,
 * S-PARTY-05, S-PARTY-08).
 */
@ApplicationScoped
class Parties implements RecordReaction<Party> {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    PartyRoles roles;

    @Inject
    Records records;

    @Override
    public void written(List<Written<Party>> writes) {
        of(writes.stream().map(write -> write.record().opportunity()).collect(Collectors.toSet()))
                .forEach(this::settle);
    }

    @Override
    public void binned(Party party) {
        settle(party.opportunity(), of(Set.of(party.opportunity())).getOrDefault(party.opportunity(), List.of()));
    }

    @Override
    public void restored(Party party) {
        binned(party);
    }

    /** Parties of deals, by deal. */
    Map<UUID, List<Party>> of(Collection<UUID> deals) {
        return entityManager
                .createQuery(
                        "select p from Party p where p.opportunity in :deals and p.deletedAt is null"
                                + " order by p.position, p.id",
                        Party.class)
                .setParameter("deals", deals)
                .getResultStream()
                .collect(Collectors.groupingBy(Party::opportunity));
    }

    private void settle(UUID deal, List<Party> parties) {
        requireEachOnce(parties);
        Party customer = customer(parties);
        Optional<Party> winner = winner(parties);
        Opportunity opportunity = entityManager.find(Opportunity.class, deal);
        if (winner.isPresent() && !opportunity.isLost()) {
            throw Refusal.of(SalesErrorCode.WINNER_OF_OPEN_DEAL);
        }
        UUID wonBy = winner.map(Party::partner).orElse(null);
        if (!opportunity.isAlreadyWith(customer.partner(), customer.contact(), wonBy)) {
            records.change(opportunity, changed -> changed.isWith(customer.partner(), customer.contact(), wonBy));
        }
    }

    private static void requireEachOnce(List<Party> parties) {
        Set<List<UUID>> seen = new HashSet<>();
        parties.forEach(party -> {
            if (!seen.add(List.of(party.partner(), party.role()))) {
                throw Refusal.of(SalesErrorCode.PARTY_TWICE);
            }
        });
    }

    private Party customer(List<Party> parties) {
        UUID role = roles.customer().orElseThrow().id();
        List<Party> customers =
                parties.stream().filter(party -> party.role().equals(role)).toList();
        if (customers.size() != 1) {
            throw Refusal.of(SalesErrorCode.ONE_CUSTOMER);
        }
        return customers.get(0);
    }

    private static Optional<Party> winner(List<Party> parties) {
        List<Party> winners = parties.stream().filter(Party::isWinner).toList();
        if (winners.size() > 1) {
            throw Refusal.of(SalesErrorCode.ONE_WINNER);
        }
        return winners.stream().findFirst();
    }
}
