package org.pipewright.billing.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to post of a period, and what accounting already got (S-INV-15). */
@ApplicationScoped
class Postings {

    private static final String OF_PERIOD = " and d.deleted_at is null and d.%s between ?1 and ?2";

    private static final String ISSUED =
            " from billing.%s d where d.status <> 'DRAFT'" + OF_PERIOD.formatted("issued_on");

    private static final String INVOICES = ISSUED.formatted("invoice");

    private static final String SELF_BILLED = ISSUED.formatted("self_billed_invoice");

    private static final String PAYMENTS = " from billing.payment d where true" + OF_PERIOD.formatted("paid_on");

    private static final String SUPPLIER_PAYMENTS =
            " from billing.self_billed_payment d join billing.self_billed_invoice i on i.tenant_id = d.tenant_id"
                    + " and i.id = d.self_billed_invoice_id where true" + OF_PERIOD.formatted("paid_on");

    /** What is given up, asked for or differs by rates beside the documents; each entry of the ledger is posted by itself. */
    private static final String ENTRIES =
            " from billing.ledger_entry d join billing.invoice i on i.tenant_id = d.tenant_id"
                    + " and i.id = d.document where d.kind in ('WRITE_OFF', 'FEE', 'EXCHANGE_GAIN',"
                    + " 'EXCHANGE_LOSS') and d.day between ?1 and ?2";

    /** What there is that an export may have. */
    private static final List<String> SOURCES = List.of(INVOICES, SELF_BILLED, PAYMENTS, SUPPLIER_PAYMENTS, ENTRIES);

    private static final String GIVEN = " and exists (select from billing.exported e where e.tenant_id = d.tenant_id"
            + " and e.document = d.id and e.export_id = ?3)";

    /** Columns of a document: its kind and the other party are told by what they are formatted with. */
    private static final String DOCUMENT =
            "select %s, d.number, cast(d.issued_on as text), cast(d.due_on as text), split_part(%s, chr(10), 1),"
                    + " d.currency, ";

    /** Owed by a customer, or by the tenant with the other sign. */
    private static final String SIGN = "case d.kind when 'CREDIT_NOTE' then -1 else 1 end * ";

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /**
     * Notes what this export gives to accounting: what no other one did. Exports at the same time wait for each other, so
     * that nothing is given twice. Returns how many documents that are.
     */
    int give(AccountingExport export) {
        entityManager.flush();
        return SOURCES.stream().mapToInt(source -> note(export, source)).sum();
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
        return SOURCES.stream().mapToInt(source -> count(export, source)).sum();
    }

    private int count(AccountingExport export, String documents) {
        return ((Number) period("select count(*)" + documents, export).getSingleResult()).intValue();
    }

    /** Everything of them, by day and number. */
    List<Posting> of(AccountingExport export) {
        String given = export.isAgain() ? "" : GIVEN;
        String payments = "select '" + Posting.PAYMENT + "', coalesce(d.reference, ''), cast(d.paid_on as text), null,"
                + " coalesce(d.payer, ''), d.amount_currency, '', 0,"
                + " case d.direction when 'IN' then -1 else 1 end * d.amount_amount, 0" + PAYMENTS + given;
        String entries =
                "select d.kind, i.number, cast(d.day as text), null, split_part(i.buyer, chr(10), 1), d.currency,"
                        + " '', 0, d.amount, 0" + ENTRIES + given;
        String supplierPayments = "select '" + Posting.SUPPLIER_PAYMENT + "', i.number, cast(d.paid_on as text), null,"
                + " split_part(i.seller, chr(10), 1), i.currency, '', 0,"
                + " case i.kind when 'CREDIT_NOTE' then -1 else 1 end * d.amount, 0" + SUPPLIER_PAYMENTS + given;
        Query query = period(
                Stream.of(
                                documents(DOCUMENT.formatted("d.kind", "d.buyer"), SIGN, INVOICES, given),
                                documents(
                                        DOCUMENT.formatted("'" + Posting.SELF_BILLED + "' || d.kind", "d.seller"),
                                        "-" + SIGN,
                                        SELF_BILLED,
                                        given),
                                Stream.of(payments, supplierPayments, entries))
                        .flatMap(selects -> selects)
                        .collect(Collectors.joining(" union all ", "", " order by 3, 2, 8")),
                export);
        if (!export.isAgain()) {
            query.setParameter(3, export.id());
        }
        return rows(query);
    }

    /** Taxes of documents, and what their sums were rounded by. */
    private static Stream<String> documents(String columns, String sign, String source, String given) {
        String taxes = columns + "r.value ->> 'category', cast(r.value ->> 'rate' as numeric), " + sign
                + "cast(r.value ->> 'base' as numeric), " + sign + "cast(r.value ->> 'tax' as numeric)"
                + source.replace(" d where ", " d cross join lateral jsonb_array_elements(d.taxes) r where ") + given;
        String rounding =
                columns + "'', 0, " + sign + "d.rounding_amount, 0" + source + " and d.rounding_amount <> 0" + given;
        return Stream.of(taxes, rounding);
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
