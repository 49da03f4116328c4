package org.pipewright.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What customers owe, entry by entry (S-INV-14). Nothing is changed in it: where a document says something else than
 * before, the difference is entered. So the balance of a customer is the sum of the entries, on any day.
 */
@ApplicationScoped
public class Ledger {

    /**
     * Entries of one document on a day are told as one; what was taken back on the same day is not told at all. What rates
     * did to an invoice in another currency is the tenant's gain or loss, and nothing that a customer owes.
     */
    private static final String OF_ACCOUNT = "select cast(e.day as text), e.kind, d.reference, sum(e.amount)"
            + " from billing.ledger_entry e join ("
            + "select id, number as reference from billing.invoice where account_id = cast(?1 as uuid)"
            + " union all select id, reference from billing.payment where account_id = cast(?1 as uuid)) d"
            + " on d.id = e.document where e.kind not in ('EXCHANGE_GAIN', 'EXCHANGE_LOSS') and e.currency = ?2 and e.day <= ?3"
            + " group by e.day, e.kind, e.document, d.reference having sum(e.amount) <> 0"
            + " order by e.day, min(e.written_at), d.reference";

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /**
     * An entry.
     *
     * @param reference number of the document, or by what a payment is known; may be empty
     * @param amount what more is owed by it; less than nothing where it is less
     */
    public record Entry(LocalDate day, EntryKind kind, String reference, BigDecimal amount) {}

    /** Enters what these invoices, credit notes and payments now say otherwise. */
    public void book(Stream<UUID> documents) {
        entityManager.flush();
        entityManager
                .createNativeQuery("insert into billing.ledger_entry (document, kind, day, amount, currency)"
                        + " select u.document, u.kind, coalesce(u.own_day, platform.today()), u.amount, u.currency"
                        + " from billing.unbooked() u"
                        + " where u.document = any(cast(string_to_array(?1, ',') as uuid[]))")
                .setParameter(1, documents.distinct().map(UUID::toString).collect(Collectors.joining(",")))
                .executeUpdate();
    }

    /** All entries of an account in a currency up to a day, the oldest first. */
    public List<Entry> entries(UUID account, String currency, LocalDate upTo) {
        entityManager.flush();
        List<?> rows = entityManager
                .createNativeQuery(OF_ACCOUNT)
                .setParameter(1, account.toString())
                .setParameter(2, currency)
                .setParameter(3, upTo)
                .getResultList();
        return rows.stream().map(row -> entry((Object[]) row)).toList();
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                LocalDate.parse((String) row[0]),
                EntryKind.valueOf((String) row[1]),
                row[2] == null ? "" : (String) row[2],
                (BigDecimal) row[3]);
    }
}
