package org.pipewright.sales.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.currencies.ChangeCurrency.Choice;
import org.pipewright.sales.demand.DemandLine;
import org.pipewright.sales.lines.OpportunityLine;
import org.pipewright.sales.opportunities.Opportunity;

/**
 * Puts an open deal into another currency with its lines and its demand. Whoever does so says whether the numbers stay
 * as they are or are converted by the rates of the day (S-CUR-07).
 */
@ApplicationScoped
class ChangeCurrency implements Verb<Opportunity, Choice> {

    /** What becomes of the numbers. */
    enum Numbers {
        KEEP,
        CONVERT
    }

    /**
     * Into which currency, and how.
     *
     * @param currency ISO 4217 code
     * @param numbers whether they stay as they are or are converted
     */
    record Choice(
            @Field(required = true, format = Field.Format.CURRENCY)
            String currency,

            @Field(required = true) Numbers numbers) {}

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    Exchange exchange;

    @Inject
    CurrentTenant tenant;

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
    public void perform(Opportunity opportunity, Choice choice) {
        UnaryOperator<Money> into = money -> into(money, choice);
        opportunity.exchange(into);
        change(OpportunityLine.class, opportunity, line -> line.exchange(into));
        change(DemandLine.class, opportunity, line -> line.exchange(into));
    }

    private Money into(Money money, Choice choice) {
        if (money.currency().equals(choice.currency())) {
            return money;
        }
        return choice.numbers() == Numbers.KEEP
                ? Money.rounded(money.amount(), choice.currency())
                : exchange.exchanged(money, choice.currency(), tenant.today())
                        .orElseThrow(
                                () -> Refusal.of(SalesErrorCode.NO_RATE, money.currency() + " – " + choice.currency()));
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
