package org.pipewright.billing.invoices;

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
import org.pipewright.platform.spi.customers.Customers;
import org.pipewright.platform.spi.records.MergeReaction;
import org.pipewright.platform.spi.records.RecordReaction;

/** Keeps what was paid on the paid invoices of an account, whichever way one of them comes to be paid or not (S-ACC-05). */
@ApplicationScoped
class PaidValue implements RecordReaction<Invoice>, MergeReaction {

    private static final Set<String> COUNTED = Set.of("account", "status", "paid", "open");

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Customers customers;

    @Override
    public void written(List<Written<Invoice>> writes) {
        recount(writes.stream()
                .filter(write -> COUNTED.stream().anyMatch(write.change()::touches))
                .map(Written::record)
                .filter(invoice -> !invoice.isDraft())
                .flatMap(invoice -> invoice.account().stream())
                .collect(Collectors.toSet()));
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
        customers.recountPaidValue(accounts, this::sums);
    }

    private Map<UUID, BigDecimal> sums(Set<UUID> accounts) {
        Map<UUID, BigDecimal> sums = new HashMap<>();
        accounts.forEach(account -> sums.put(account, sum(account)));
        return sums;
    }

    private BigDecimal sum(UUID account) {
        return (BigDecimal) entityManager
                .createNativeQuery("select coalesce(sum(paid_base), 0) from billing.invoice where account_id = ?"
                        + " and deleted_at is null and " + Invoice.PAYMENT_STATUS + " = 'PAID'")
                .setParameter(1, account)
                .getSingleResult();
    }
}
