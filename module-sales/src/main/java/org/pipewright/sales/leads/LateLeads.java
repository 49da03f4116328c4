package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.people.Bell;
import org.pipewright.platform.spi.records.RecordChore;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.leads.LeadStatus.Category;

/** Tells whoever owns a lead, once, that it waits too long for an answer (S-LEAD-20). Its version stays: nobody edited it. */
@ApplicationScoped
class LateLeads implements RecordChore<Lead> {

    static final String NOTICE = "sales.notice.lead-late";

    /** Nobody wants to hear of last year's leads, such as when this comes with an upgrade. */
    private static final Duration NEWS = Duration.ofDays(7);

    private static final int MOST = 500;

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Bell bell;

    @Inject
    LeadStatuses statuses;

    @Inject
    CurrentTenant tenant;

    @Override
    public List<UUID> due() {
        return tenant.hasFeature(Lead.FEATURE) ? late(Instant.now()) : List.of();
    }

    private List<UUID> late(Instant now) {
        return entityManager
                .createQuery(
                        "select l.id from Lead l where l.answerBy <= :now and l.answerBy > :old and l.respondedAt is"
                                + " null and l.alertedAt is null and l.owner is not null and l.deletedAt is null and"
                                + " l.status in (select s.id from LeadStatus s where s.category in :open) order by"
                                + " l.answerBy",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("old", now.minus(NEWS))
                .setParameter("open", Set.of(Category.NEW, Category.OPEN))
                .setMaxResults(MOST)
                .getResultList();
    }

    @Override
    public void perform(Lead lead) {
        if (lead.isUnanswered() && statuses.isOpen(lead)) {
            bell.ring(lead.owner(), NOTICE, Lead.NAME, lead.id());
            entityManager
                    .createNativeQuery("update sales.lead set alerted_at = now() where id = cast(?1 as uuid)")
                    .setParameter(1, lead.id().toString())
                    .executeUpdate();
        }
    }
}
