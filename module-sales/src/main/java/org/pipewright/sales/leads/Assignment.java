package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.pipewright.platform.spi.people.Colleague;
import org.pipewright.platform.spi.people.Colleagues;
import org.pipewright.platform.spi.people.Turn;
import org.pipewright.platform.spi.people.Turns;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Gives new leads for which nobody has said whose they are to somebody, whichever way they come: by hand, by import, by
 * form, by mail (S-LEAD-10). Who is absent is passed over; a lead nobody can take waits without an owner, for the team
 * of the rule if it names one.
 */
@ApplicationScoped
class Assignment implements RecordRules<Lead> {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Colleagues colleagues;

    @Inject
    Turns turns;

    @Inject
    LeadStatuses statuses;

    @Inject
    CurrentTenant tenant;

    @Override
    public void prepare(Lead lead) {
        if (lead.isUnclaimed() && statuses.isOpen(lead)) {
            rules().stream().filter(rule -> rule.fits(lead)).findFirst().ifPresent(rule -> assign(lead, rule));
        }
    }

    private void assign(Lead lead, AssignmentRule rule) {
        List<Colleague> present = colleagues.presentOn(tenant.today()).stream()
                .filter(rule::names)
                .toList();
        Turn turn = new Turn(rule.id(), Lead.NAME, lead.id(), !rule.isByTurns(), rule.capacity(), Optional.empty());
        Optional<Colleague> next = turns.next(
                        turn, present.stream().map(Colleague::id).toList())
                .flatMap(member -> present.stream()
                        .filter(person -> person.id().equals(member))
                        .findFirst());
        lead.assignTo(
                next.map(Colleague::id).orElse(null),
                rule.team().orElse(next.map(Colleague::team).orElse(null)));
    }

    private List<AssignmentRule> rules() {
        return entityManager
                .createQuery(
                        "select r from AssignmentRule r where r.active = true and r.deletedAt is null"
                                + " order by r.position, r.id",
                        AssignmentRule.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }
}
