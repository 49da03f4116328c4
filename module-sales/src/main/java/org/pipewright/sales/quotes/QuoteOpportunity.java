package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.lines.OpportunityLine;
import org.pipewright.sales.opportunities.Opportunity;

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
    NewQuotes quotes;

    @Inject
    Records records;

    @Inject
    Parts parts;

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
        return new NewQuote(deal.name(), quotes.usualEnd(), null);
    }

    @Override
    public void perform(Opportunity deal, NewQuote wanted) {
        List<OpportunityLine> lines = parts.of(OpportunityLine.class, deal.id());
        String name = Optional.ofNullable(wanted.name()).orElse(deal.name());
        Quote quote = new Quote(name, deal, wanted.validUntil());
        Optional.ofNullable(wanted.template()).ifPresent(quote::like);
        List<Money> prices =
                lines.stream().flatMap(line -> line.unitPrice().stream()).toList();
        Quote made = quotes.make(quote, deal, prices);
        int first = parts.of(QuoteLine.class, made.id()).size();
        parts.add(lines.stream()
                .map(line -> new QuoteLine(made.id(), line, price(made, line)).after(first))
                .toList());
    }

    /** What somebody typed; where nobody did, price lists say it (S-PROD-02). */
    private Optional<BigDecimal> price(Quote quote, OpportunityLine line) {
        return line.typedPrice(line.product().flatMap(id -> records.seen("core.product", id)))
                .flatMap(price -> quotes.in(quote, price));
    }
}
