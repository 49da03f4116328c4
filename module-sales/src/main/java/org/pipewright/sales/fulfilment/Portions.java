package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.documents.DocumentRecord;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.sales.demand.Portion;
import org.pipewright.sales.orders.Order;
import org.pipewright.sales.orders.OrderLine;
import org.pipewright.sales.orders.OrderStatus;
import org.pipewright.sales.quotes.Quote;
import org.pipewright.sales.quotes.QuoteLine;
import org.pipewright.sales.quotes.QuoteStatus;
import org.pipewright.sales.totals.Totals;

/** How much of each line of demand stands on the documents of a deal. */
@ApplicationScoped
class Portions {

    /** What the customer may still accept, or has. */
    private static final Set<QuoteStatus> OFFERING = Set.of(
            QuoteStatus.DRAFT, QuoteStatus.IN_REVIEW, QuoteStatus.APPROVED, QuoteStatus.SENT, QuoteStatus.ACCEPTED);

    private static final Set<OrderStatus> FORMER = Set.of(OrderStatus.CANCELLED, OrderStatus.SUPERSEDED);

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Totals totals;

    /**
     * By line of demand. Quotes of a deal are alternatives and do not add up: the leading one tells, and for what is not
     * on it the newest that has it.
     */
    Map<UUID, Portion> offered(UUID deal) {
        Map<UUID, List<Matched>> lines = new LinkedHashMap<>();
        for (Object[] found : quoted(deal)) {
            Quote quote = (Quote) found[0];
            lines.computeIfAbsent(quote.id(), first -> new ArrayList<>()).add(matched(quote, (QuoteLine) found[1]));
        }
        Map<UUID, Portion> offered = new HashMap<>();
        lines.values().forEach(ofQuote -> added(ofQuote).forEach(offered::putIfAbsent));
        return offered;
    }

    private static Matched matched(Quote quote, QuoteLine line) {
        return new Matched(
                line.demandLine().orElseThrow(),
                line.taken(),
                BigDecimal.ZERO,
                net(quote, Totals.untaxed(quote, line)));
    }

    /** By line of demand; orders of a deal add up. What the customer may still choose is not ordered. */
    Map<UUID, Portion> ordered(UUID deal) {
        return added(sold(deal).stream()
                .filter(found -> !((OrderLine) found[1]).isOptional())
                .map(found -> matched((Order) found[0], (OrderLine) found[1]))
                .toList());
    }

    private static Matched matched(Order order, OrderLine line) {
        return new Matched(
                line.demandLine().orElseThrow(),
                line.quantity(),
                line.delivered(),
                net(order, Totals.untaxed(order, line)));
    }

    private static Money net(DocumentRecord document, BigDecimal amount) {
        return Money.rounded(amount, document.currency());
    }

    private Map<UUID, Portion> added(List<Matched> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        Matched::asked, Collectors.collectingAndThen(Collectors.toList(), this::portion)));
    }

    private Portion portion(List<Matched> lines) {
        return new Portion(
                lines.stream().map(Matched::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                lines.stream().map(Matched::delivered).reduce(BigDecimal.ZERO, BigDecimal::add),
                totals.of(lines.stream().map(Matched::amount).toList()));
    }

    /** Each with its quote. Only what is about demand is read: a deal may have hundreds of documents. */
    private List<Object[]> quoted(UUID deal) {
        return entityManager
                .createQuery(
                        "select q, l from Quote q, QuoteLine l where l.quote = q.id and l.deletedAt is null"
                                + " and l.demandLine is not null and q.opportunity = :deal and q.deletedAt is null"
                                + " and q.status in :offering"
                                + " order by q.leading desc, q.createdAt desc, q.id, l.position, l.id",
                        Object[].class)
                .setParameter("deal", deal)
                .setParameter("offering", OFFERING)
                .getResultList();
    }

    /** Each with its order. */
    private List<Object[]> sold(UUID deal) {
        return entityManager
                .createQuery(
                        "select o, l from CustomerOrder o, OrderLine l where l.salesOrder = o.id and l.deletedAt is null"
                                + " and l.demandLine is not null and o.opportunity = :deal and o.deletedAt is null"
                                + " and o.status not in :former",
                        Object[].class)
                .setParameter("deal", deal)
                .setParameter("former", FORMER)
                .getResultList();
    }

    /** A line of a document that is about a line of demand. */
    private record Matched(UUID asked, BigDecimal quantity, BigDecimal delivered, Money amount) {}
}
