package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.demand.DemandLine;
import org.pipewright.sales.demand.DemandOfKinds;
import org.pipewright.sales.opportunities.Opportunity;

/** Makes a quote of what the customer asked for and nothing offers yet, line by line (S-DEM-09). */
@ApplicationScoped
class QuoteDemand implements Verb<Opportunity, Nothing> {

    private static final int DECIMALS = 4;

    @Inject
    NewQuotes quotes;

    @Inject
    Parts parts;

    @Inject
    DemandOfKinds kinds;

    @Inject
    CurrentTenant tenant;

    @Override
    public String name() {
        return "quote-demand";
    }

    @Override
    public String feature() {
        return DemandLine.FEATURE;
    }

    @Override
    public boolean offered(Opportunity deal) {
        return tenant.hasFeature(Quote.FEATURE)
                && !deal.isClosed()
                && !deal.isLost()
                && kinds.takesDemand(deal)
                && !open(deal).isEmpty();
    }

    @Override
    public void perform(Opportunity deal, Nothing nothing) {
        List<DemandLine> open = open(deal);
        List<Money> prices =
                open.stream().flatMap(line -> line.amount().stream()).toList();
        Quote made = quotes.make(new Quote(deal.name(), deal, quotes.usualEnd()), deal, prices);
        parts.add(open.stream()
                .map(line -> new QuoteLine(made.id(), line, each(made, line)))
                .toList());
    }

    private List<DemandLine> open(Opportunity deal) {
        return parts.of(DemandLine.class, deal.id()).stream()
                .filter(line -> !line.isOffered())
                .toList();
    }

    /** What the customer expects one of it to cost; nothing as long as nobody knows. */
    private BigDecimal each(Quote quote, DemandLine line) {
        BigDecimal quantity =
                line.quantity().filter(asked -> asked.signum() > 0).orElse(BigDecimal.ONE);
        return line.amount()
                .flatMap(amount -> quotes.in(quote, amount))
                .map(amount -> amount.divide(quantity, DECIMALS, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
    }
}
