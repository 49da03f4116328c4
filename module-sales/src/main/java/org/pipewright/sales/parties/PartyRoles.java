package org.pipewright.sales.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.sales.parties.PartyRole.Meaning;

/** The roles of parties. Queries do not flush: they are asked while a record is still checked. */
@ApplicationScoped
class PartyRoles {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    Optional<PartyRole> withId(UUID id) {
        return Optional.ofNullable(id).map(known -> entityManager.find(PartyRole.class, known));
    }

    /** The role of the account a deal is with. */
    Optional<PartyRole> customer() {
        return first(Meaning.CUSTOMER);
    }

    /** The first role of those who sell against us. */
    Optional<PartyRole> competitor() {
        return first(Meaning.COMPETITOR);
    }

    private Optional<PartyRole> first(Meaning meaning) {
        return entityManager
                .createQuery(
                        "select r from PartyRole r where r.meaning = :meaning and r.deletedAt is null"
                                + " order by r.active desc, r.position",
                        PartyRole.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("meaning", meaning)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
