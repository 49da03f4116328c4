package org.pipewright.sales.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.money.CurrencyChoice;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.ExchangingVerb;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.sales.demand.DemandLine;
import org.pipewright.sales.lines.OpportunityLine;
import org.pipewright.sales.opportunities.Opportunity;

/**
 * Puts an open deal into another currency with its lines and its demand. Whoever does so says whether the numbers stay
 * as they are or are converted by the rates of the day (S-CUR-07).
 */
@ApplicationScoped
class ChangeCurrency implements ExchangingVerb<Opportunity> {

    @Inject
    Parts parts;

    @Inject
    Exchange exchange;

    @Override
    public boolean offered(Opportunity opportunity) {
        return !opportunity.isDecided();
    }

    @Override
    public void perform(Opportunity opportunity, CurrencyChoice choice) {
        UnaryOperator<Money> into = money -> exchange.changed(money, choice);
        opportunity.exchange(into);
        parts.change(parts.of(OpportunityLine.class, opportunity.id()), line -> line.exchange(into));
        parts.change(parts.of(DemandLine.class, opportunity.id()), line -> line.exchange(into));
    }
}
