package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.lines.OpportunityLine;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.terms.TermsOfSale;

/** Makes a quote for a deal that is not closed, with its customer, terms and lines (S-QUO-04). */
@ApplicationScoped
class QuoteOpportunity implements ProposingVerb<Opportunity, QuoteOpportunity.NewQuote> {

    /**
     * The quote.
     *
     * @param name what it is about
     * @param validUntil last day on which it can be accepted
     * @param template whose lines and texts it begins with (S-QUO-19)
     */
    record NewQuote(
            @Field String name,
            @Field LocalDate validUntil,

            @Field(references = QuoteTemplate.NAME, offered = QuoteTemplate.OFFERED)
            UUID template) {}

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Exchange exchange;

    @Inject
    CurrentTenant tenant;

    @Inject
    CurrentCaller caller;

    @Inject
    TenantSettings settings;

    @Override
    public String name() {
        return "quote";
    }

    @Override
    public String feature() {
        return Quote.FEATURE;
    }

    @Override
    public boolean offered(Opportunity deal) {
        return !deal.isClosed() && !deal.isLost();
    }

    @Override
    public Optional<Refusal> objection(Opportunity deal) {
        return deal.isClosed() ? Optional.of(Refusal.of(SalesErrorCode.OPPORTUNITY_CLOSED)) : Optional.empty();
    }

    @Override
    public NewQuote proposed(Opportunity deal) {
        return new NewQuote(deal.name(), tenant.today().plusDays(settings.integer(QuoteRules.DAYS_VALID)), null);
    }

    @Override
    public void perform(Opportunity deal, NewQuote wanted) {
        if (caller.level(Quote.NAME, Action.CREATE) == Level.NONE) {
            throw Refusal.of(SalesErrorCode.QUOTE_FORBIDDEN);
        }
        List<OpportunityLine> lines = parts.of(OpportunityLine.class, deal.id());
        String name = Optional.ofNullable(wanted.name()).orElse(deal.name());
        Quote quote = new Quote(name, deal, wanted.validUntil());
        Optional.ofNullable(wanted.template()).ifPresent(quote::like);
        agreed(deal).or(() -> Optional.of(currency(deal, lines))).ifPresent(quote::in);
        Quote made = records.create(quote);
        int first = parts.of(QuoteLine.class, made.id()).size();
        parts.add(lines.stream()
                .map(line -> new QuoteLine(made.id(), line, price(line, made.currency())).after(first))
                .toList());
    }

    /** The currency of the terms, if they name one. */
    private Optional<String> agreed(Opportunity deal) {
        return deal.terms().flatMap(id -> records.withId(TermsOfSale.class, id)).flatMap(TermsOfSale::currency);
    }

    /** That of the lines if they share one, else that of the deal, else the tenant's. */
    private String currency(Opportunity deal, List<OpportunityLine> lines) {
        List<String> used = lines.stream()
                .flatMap(line -> line.unitPrice().stream())
                .map(Money::currency)
                .distinct()
                .toList();
        return used.size() == 1
                ? used.get(0)
                : deal.worth().map(Money::currency).orElse(tenant.currency());
    }

    /** What somebody typed; where nobody did, price lists say it (S-PROD-02). */
    private Optional<BigDecimal> price(OpportunityLine line, String currency) {
        return line.typedPrice(line.product().flatMap(id -> records.seen("core.product", id)))
                .flatMap(price -> price.currency().equals(currency)
                        ? Optional.of(price)
                        : exchange.exchanged(price, currency, tenant.today()))
                .map(Money::amount);
    }
}
