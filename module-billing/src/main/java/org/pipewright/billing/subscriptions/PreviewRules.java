package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.invoices.PeriodInvoices;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** A preview is reckoned once, by what also makes the invoices; nothing is made but its lines (S-INV-11). */
@ApplicationScoped
class PreviewRules implements RecordRules<InvoicePreview> {

    private static final Set<String> REMARKS = Set.of("note");

    /** How far one looks ahead. */
    private static final int YEARS = 2;

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    CurrentTenant tenant;

    @Inject
    Invoicing invoicing;

    @Inject
    PeriodInvoices invoices;

    @Inject
    Parts parts;

    @Inject
    Records records;

    private record Row(Subscription subscription, Invoicing.Due due) {}

    @Override
    public void check(InvoicePreview preview, Change change, Violations violations) {
        if (change.touches("untilDay")
                && preview.untilDay() != null
                && preview.untilDay().isAfter(tenant.today().plusYears(YEARS))) {
            violations.reject("untilDay", "out-of-range", "core.violation.out-of-range");
        }
        boolean retold = !change.created() && !preview.isMoving() && !REMARKS.containsAll(change.fields());
        if (retold && violations.errors().isEmpty()) {
            throw Refusal.of(BillingErrorCode.PREVIEWED);
        }
    }

    @Override
    public void derive(InvoicePreview preview, Change change) {
        preview.named();
    }

    @Override
    public void written(InvoicePreview preview, Change change) {
        if (change.created()) {
            List<PreviewLine> lines = new ArrayList<>();
            rows(preview)
                    .forEach(row -> lines.add(new PreviewLine(
                            preview,
                            lines.size() + 1,
                            row.subscription(),
                            row.due().segment(),
                            invoices.sums(row.due().charge()))));
            parts.add(lines);
            records.change(preview, changed -> changed.told(lines.size()));
        }
    }

    /** In the order in which they are going to be made. */
    private List<Row> rows(InvoicePreview preview) {
        return entityManager
                .createQuery(
                        "select s from Subscription s where s.deletedAt is null and s.nextOn <= :until order by s.id",
                        Subscription.class)
                .setParameter("until", preview.untilDay())
                .getResultStream()
                .filter(subscription -> preview.subscription()
                        .filter(one -> !one.equals(subscription.id()))
                        .isEmpty())
                .flatMap(subscription -> invoicing.due(subscription, preview.untilDay(), Integer.MAX_VALUE).stream()
                        .map(due -> new Row(subscription, due)))
                .sorted(Comparator.comparing((Row row) -> row.due().segment().dueOn())
                        .thenComparing(row -> row.subscription().name()))
                .toList();
    }
}
