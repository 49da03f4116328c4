package org.pipewright.sales.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.sales.parties.PartyRole.Meaning;

/** To whom of a deal its papers go: its parties, but for those who sell against us (S-QUO-06). */
@ApplicationScoped
public class PeopleOfDeals {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Parties parties;

    @Inject
    PartyRoles roles;

    @Inject
    CustomerAddresses addresses;

    /** E-mail address of whoever decides, else of the customer's person, else of another party's. */
    public Optional<String> addressee(UUID deal) {
        return reachable(deal)
                .filter(party -> party.contact().isPresent())
                .sorted(Comparator.comparing((Party party) -> !decides(party))
                        .thenComparing(party -> !isCustomer(party)))
                .flatMap(party -> addresses.mail(party.contact(), Optional.empty()).stream())
                .findFirst();
    }

    /** Whether the party is one of the deal to which papers go. */
    public boolean isReachable(UUID deal, UUID party) {
        return reachable(deal).anyMatch(each -> each.id().equals(party));
    }

    /** E-mail address of the party's person, else of its account. */
    public Optional<String> mail(UUID party) {
        return Optional.ofNullable(entityManager.find(Party.class, party))
                .flatMap(found -> addresses.mail(found.contact(), Optional.of(found.partner())));
    }

    private Stream<Party> reachable(UUID deal) {
        return parties.of(Set.of(deal)).getOrDefault(deal, List.of()).stream()
                .filter(party -> meaning(party) != Meaning.COMPETITOR);
    }

    private boolean isCustomer(Party party) {
        return meaning(party) == Meaning.CUSTOMER;
    }

    private Meaning meaning(Party party) {
        return roles.withId(party.role()).map(PartyRole::meaning).orElse(Meaning.OTHER);
    }

    private boolean decides(Party party) {
        return Optional.ofNullable(party.contactRole())
                .map(id -> entityManager.find(ContactRole.class, id))
                .filter(role -> role.meaning() == ContactRole.Meaning.DECISION_MAKER)
                .isPresent();
    }
}
