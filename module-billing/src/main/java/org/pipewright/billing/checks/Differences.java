package org.pipewright.billing.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;

/** Finds what does not agree, as it stands in the database now (S-INV-14). */
@ApplicationScoped
class Differences {

    /** More are of no use to anybody: whoever mends some checks again. */
    private static final int MOST = 1000;

    private static final String ALL =
            "select d.kind, coalesce(i.number, p.name), cast(i.id as text), cast(p.id as text),"
                    + " d.amount, d.currency from (select document, kind, amount, currency from billing.unbooked()"
                    + " union all select document, kind, amount, currency from billing.misreckoned()) d"
                    + " left join billing.invoice i on i.id = d.document left join billing.payment p on p.id = d.document"
                    + " order by d.document, d.kind limit " + MOST;

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /** Something that does not agree. */
    record Found(
            DifferenceKind kind,
            Optional<String> reference,
            Optional<UUID> invoice,
            Optional<UUID> payment,
            Money difference) {}

    List<Found> all() {
        entityManager.flush();
        List<?> rows = entityManager.createNativeQuery(ALL).getResultList();
        return rows.stream().map(row -> found((Object[]) row)).toList();
    }

    private static Found found(Object[] row) {
        String currency = ((String) row[5]).strip();
        return new Found(
                DifferenceKind.valueOf((String) row[0]),
                Optional.ofNullable((String) row[1]),
                Optional.ofNullable((String) row[2]).map(UUID::fromString),
                Optional.ofNullable((String) row[3]).map(UUID::fromString),
                Money.rounded((BigDecimal) row[4], currency));
    }
}
