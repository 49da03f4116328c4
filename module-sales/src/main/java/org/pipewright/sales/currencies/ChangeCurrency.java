package org.pipewright.sales.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.money.CurrencyChoice;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.demand.DemandLine;
import org.pipewright.sales.lines.OpportunityLine;
import org.pipewright.sales.opportunities.Opportunity;

/**
 * Puts an open deal into another currency with its lines and its demand. Whoever does so says whether the numbers stay
 * as they are or are converted by the rates of the day (S-CUR-07).
 */
@ApplicationScoped
class ChangeCurrency implements Verb<Opportunity, CurrencyChoice> {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    Exchange exchange;

    @Override
    public String name() {
        return "change-currency";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean exchanges() {
        return true;
    }

    @Override
    public boolean offered(Opportunity opportunity) {
        return !opportunity.isDecided();
    }

    @Override
    public void perform(Opportunity opportunity, CurrencyChoice choice) {
        UnaryOperator<Money> into = money -> exchange.changed(money, choice);
        opportunity.exchange(into);
        change(OpportunityLine.class, opportunity, line -> line.exchange(into));
        change(DemandLine.class, opportunity, line -> line.exchange(into));
    }

    private <P extends CrmRecord> void change(Class<P> part, Opportunity opportunity, Consumer<P> change) {
        entityManager
                .createQuery(
                        "select p from " + part.getSimpleName()
                                + " p where p.opportunity = :deal and p.deletedAt is null order by p.id",
                        part)
                .setParameter("deal", opportunity.id())
                .getResultList()
                .forEach(line -> records.change(line, change));
    }
}
