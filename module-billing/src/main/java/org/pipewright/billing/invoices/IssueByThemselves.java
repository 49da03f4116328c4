package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.records.RecordChore;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Issues drafts nobody has to look at. One that cannot be issued, such as for want of a reference, stays a draft for
 * somebody to look at after all; it is no reason to make its period's invoice again (S-INV-10).
 */
@ApplicationScoped
class IssueByThemselves implements RecordChore<Invoice> {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    CurrentTenant tenant;

    @Inject
    Records records;

    @Inject
    IssueInvoice issue;

    @Override
    public List<UUID> due() {
        return tenant.hasFeature(BillingModule.SUBSCRIPTIONS)
                ? entityManager
                        .createQuery(
                                "select i.id from Invoice i where i.deletedAt is null and i.issuesItself = true"
                                        + " and i.status = org.pipewright.billing.invoices.InvoiceStatus.DRAFT"
                                        + " order by i.periodTo, i.id",
                                UUID.class)
                        .getResultList()
                : List.of();
    }

    @Override
    public void perform(Invoice invoice) {
        if (invoice.isDraft()) {
            records.change(invoice, draft -> issue.perform(draft, new IssueInvoice.Day(null, null)));
        }
    }
}
