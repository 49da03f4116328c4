package org.pipewright.billing.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What there is to post of a period, and what accounting already got (S-INV-15). */
@ApplicationScoped
class Postings {

    private static final String OF_PERIOD = " and d.deleted_at is null and d.%s between ?1 and ?2";

    private static final String INVOICES =
            " from billing.invoice d where d.status <> 'DRAFT'" + OF_PERIOD.formatted("issued_on");

    private static final String PAYMENTS = " from billing.payment d where true" + OF_PERIOD.formatted("paid_on");

    /** What is given up or asked for beside the documents; each entry of the ledger is posted by itself. */
    private static final String ENTRIES =
            " from billing.ledger_entry d join billing.invoice i on i.tenant_id = d.tenant_id"
                    + " and i.id = d.document where d.kind in ('WRITE_OFF', 'FEE') and d.day between ?1 and ?2";

    private static final String GIVEN = " and exists (select from billing.exported e where e.tenant_id = d.tenant_id"
            + " and e.document = d.id and e.export_id = ?3)";

    private static final String DOCUMENT =
            "select d.kind, d.number, cast(d.issued_on as text), cast(d.due_on as text), split_part(d.buyer, chr(10), 1),"
                    + " d.currency, ";

    private static final String SIGN = "case d.kind when 'CREDIT_NOTE' then -1 else 1 end * ";

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /**
     * Notes what this export gives to accounting: what no other one did. Exports at the same time wait for each other, so
     * that nothing is given twice. Returns how many documents that are.
     */
    int give(AccountingExport export) {
        entityManager.flush();
        return note(export, INVOICES) + note(export, PAYMENTS) + note(export, ENTRIES);
    }

    private int note(AccountingExport export, String documents) {
        return period(
                        "insert into billing.exported (document, export_id) select d.id, ?3" + documents
                                + " order by d.id on conflict (tenant_id, document) do nothing",
                        export)
                .setParameter(3, export.id())
                .executeUpdate();
    }

    /** How many documents the period has, whoever gave them. */
    int all(AccountingExport export) {
        return count(export, INVOICES) + count(export, PAYMENTS) + count(export, ENTRIES);
    }

    private int count(AccountingExport export, String documents) {
        return ((Number) period("select count(*)" + documents, export).getSingleResult()).intValue();
    }

    /** Everything of them, by day and number. */
    List<Posting> of(AccountingExport export) {
        String given = export.isAgain() ? "" : GIVEN;
        String taxes = DOCUMENT + "r.value ->> 'category', cast(r.value ->> 'rate' as numeric), " + SIGN
                + "cast(r.value ->> 'base' as numeric), " + SIGN + "cast(r.value ->> 'tax' as numeric)"
                + INVOICES.replace(
                        "billing.invoice d", "billing.invoice d cross join lateral jsonb_array_elements(d.taxes) r")
                + given;
        String rounding =
                DOCUMENT + "'', 0, " + SIGN + "d.rounding_amount, 0" + INVOICES + " and d.rounding_amount <> 0" + given;
        String payments = "select '" + Posting.PAYMENT + "', coalesce(d.reference, ''), cast(d.paid_on as text), null,"
                + " coalesce(d.payer, ''), d.amount_currency, '', 0,"
                + " case d.direction when 'IN' then -1 else 1 end * d.amount_amount, 0" + PAYMENTS + given;
        String entries =
                "select d.kind, i.number, cast(d.day as text), null, split_part(i.buyer, chr(10), 1), d.currency,"
                        + " '', 0, d.amount, 0" + ENTRIES + given;
        Query query =
                period(String.join(" union all ", taxes, rounding, payments, entries) + " order by 3, 2, 8", export);
        if (!export.isAgain()) {
            query.setParameter(3, export.id());
        }
        return rows(query);
    }

    @SuppressWarnings("unchecked")
    private static List<Posting> rows(Query query) {
        return ((List<Object[]>) query.getResultList())
                .stream().map(Postings::posting).toList();
    }

    private static Posting posting(Object[] row) {
        return new Posting(
                (String) row[0],
                (String) row[1],
                LocalDate.parse((String) row[2]),
                Optional.ofNullable((String) row[3]).map(LocalDate::parse),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                number(row[7]),
                number(row[8]),
                number(row[9]));
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private Query period(String query, AccountingExport export) {
        return entityManager
                .createNativeQuery(query)
                .setParameter(1, export.fromDay())
                .setParameter(2, export.toDay());
    }
}
