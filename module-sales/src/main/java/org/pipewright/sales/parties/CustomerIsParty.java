package org.pipewright.sales.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.opportunities.Opportunity;

/** The account a deal is with is always one of its parties, and who won a lost deal is (S-PARTY-04, S-PARTY-05). */
@ApplicationScoped
class CustomerIsParty implements RecordReaction<Opportunity> {

    private static final Set<String> FOLLOWED = Set.of("account", "contact", "lostTo", "outcome");

    @Inject
    Parties parties;

    @Inject
    PartyRoles roles;

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Override
    public void written(List<Written<Opportunity>> writes) {
        List<Opportunity> deals = writes.stream()
                .filter(write -> FOLLOWED.stream().anyMatch(write.change()::touches))
                .map(Written::record)
                .filter(deal -> deal.account() != null && !deal.bringsParties())
                .toList();
        Optional<PartyRole> role = roles.customer();
        if (!deals.isEmpty() && role.isPresent()) {
            follow(deals, role.get());
        }
    }

    private void follow(List<Opportunity> deals, PartyRole customer) {
        Map<UUID, List<Party>> known =
                parties.of(deals.stream().map(Opportunity::id).collect(Collectors.toSet()));
        List<Party> fresh = new ArrayList<>();
        deals.forEach(deal -> {
            List<Party> ofDeal = known.getOrDefault(deal.id(), List.of());
            ofDeal.stream()
                    .filter(party -> party.role().equals(customer.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            party -> follow(party, deal),
                            () -> fresh.add(Party.customer(
                                    customer,
                                    deal.id(),
                                    deal.account(),
                                    deal.contact().orElse(null))));
            winner(deal, ofDeal).ifPresent(fresh::add);
        });
        parts.add(fresh);
    }

    private void follow(Party party, Opportunity deal) {
        boolean moved = !party.partner().equals(deal.account());
        UUID contact = moved
                ? deal.contact().orElse(null)
                : deal.contact().or(party::contact).orElse(null);
        if (moved || !Optional.ofNullable(contact).equals(party.contact())) {
            records.change(party, changed -> changed.become(deal.account(), contact));
        }
    }

    /** Marks the winner of a lost deal, or is the one to be made; a deal that is not lost any more has none. */
    private Optional<Party> winner(Opportunity deal, List<Party> ofDeal) {
        Optional<UUID> wonBy = deal.lostTo();
        ofDeal.stream()
                .filter(party -> party.isWinner()
                        && !wonBy.filter(party.partner()::equals).isPresent())
                .forEach(party -> records.change(party, changed -> changed.win(false)));
        if (wonBy.isEmpty()) {
            return Optional.empty();
        }
        PartyRole competitor = roles.competitor().orElseThrow();
        Optional<Party> known = ofDeal.stream()
                .filter(party ->
                        party.partner().equals(wonBy.get()) && party.role().equals(competitor.id()))
                .findFirst();
        known.filter(party -> !party.isWinner())
                .ifPresent(party -> records.change(party, changed -> changed.win(true)));
        return known.isPresent() ? Optional.empty() : Optional.of(Party.winner(competitor, deal.id(), wonBy.get()));
    }
}
