package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Parts;

/**
 * Enters the tax that is in what was paid and settled on invoices, as the ledger does: where it is another one than is
 * entered, the difference is (S-TAX-07).
 */
@ApplicationScoped
class TaxReceipts {

    private static final String MISSING =
            "select cast(u.entry as text), cast(u.source as text), cast(u.day as text), u.base, u.tax"
                    + " from billing.unreceived(cast(?1 as uuid), ?2) u order by u.day, u.source, u.entry";

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Parts parts;

    /** Enters what an invoice or credit note that is locked says otherwise now. */
    void book(Invoice invoice) {
        entityManager.flush();
        List<?> rows = entityManager
                .createNativeQuery(MISSING)
                .setParameter(1, invoice.id().toString())
                .setParameter(2, Money.decimals(invoice.currency()))
                .getResultList();
        int before =
                rows.isEmpty() ? 0 : parts.of(TaxReceipt.class, invoice.id()).size();
        List<TaxReceipt> receipts = new ArrayList<>();
        rows.forEach(row -> receipts.add(receipt((Object[]) row, before + receipts.size() + 1)));
        parts.add(receipts);
    }

    private TaxReceipt receipt(Object[] row, int position) {
        return new TaxReceipt(
                entityManager.find(TaxEntry.class, UUID.fromString((String) row[0])),
                UUID.fromString((String) row[1]),
                LocalDate.parse((String) row[2]),
                (BigDecimal) row[3],
                (BigDecimal) row[4],
                position);
    }
}
