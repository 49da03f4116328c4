package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.terms.TermsOfSale;

/** Makes the quotes of deals, whose lines are added by those who know them. */
@ApplicationScoped
class NewQuotes {

    @Inject
    Records records;

    @Inject
    Exchange exchange;

    @Inject
    CurrentTenant tenant;

    @Inject
    CurrentCaller caller;

    @Inject
    TenantSettings settings;

    /** Last day on which a quote of today can be accepted, unless somebody says otherwise. */
    LocalDate usualEnd() {
        return tenant.today().plusDays(settings.integer(QuoteRules.DAYS_VALID));
    }

    /**
     * Makes a quote of a deal, in the currency of its terms, else in that of the prices.
     *
     * @param prices of the lines it is going to have
     */
    Quote make(Quote quote, Opportunity deal, List<Money> prices) {
        if (caller.level(Quote.NAME, Action.CREATE) == Level.NONE) {
            throw Refusal.of(SalesErrorCode.QUOTE_FORBIDDEN);
        }
        agreed(deal).or(() -> Optional.of(currency(deal, prices))).ifPresent(quote::in);
        return records.create(quote);
    }

    /** The currency of the terms, if they name one. */
    private Optional<String> agreed(Opportunity deal) {
        return deal.terms().flatMap(id -> records.withId(TermsOfSale.class, id)).flatMap(TermsOfSale::currency);
    }

    /** That of the prices if they share one, else that of the deal, else the tenant's. */
    private String currency(Opportunity deal, List<Money> prices) {
        List<String> used = prices.stream().map(Money::currency).distinct().toList();
        return used.size() == 1
                ? used.get(0)
                : deal.worth().map(Money::currency).orElse(tenant.currency());
    }

    /** The price in the currency of the quote, if it is known today. */
    Optional<BigDecimal> in(Quote quote, Money price) {
        String currency = quote.currency();
        return (price.currency().equals(currency)
                        ? Optional.of(price)
                        : exchange.exchanged(price, currency, tenant.today()))
                .map(Money::amount);
    }
}
