package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;

/** A quote that is made of a template begins with its lines (S-QUO-19); a next version has those of the one before. */
@ApplicationScoped
class LinesOfTemplates implements RecordReaction<Quote> {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Exchange exchange;

    @Inject
    CurrentTenant tenant;

    @Override
    public void written(List<Written<Quote>> writes) {
        writes.stream()
                .filter(write -> write.change().created())
                .map(Written::record)
                .forEach(quote -> quote.template().ifPresent(template -> begin(quote, template)));
    }

    private void begin(Quote quote, UUID template) {
        String currency = records.withId(QuoteTemplate.class, template)
                .flatMap(QuoteTemplate::currency)
                .orElse(tenant.currency());
        parts.add(parts.of(QuoteTemplateLine.class, template).stream()
                .map(line -> new QuoteLine(quote.id(), line, line.unitPrice().map(price -> in(quote, price, currency))))
                .toList());
    }

    private BigDecimal in(Quote quote, BigDecimal price, String currency) {
        return quote.currency().equals(currency)
                ? price
                : Optional.of(Money.of(price, currency))
                        .flatMap(money -> exchange.exchanged(money, quote.currency(), tenant.today()))
                        .map(Money::amount)
                        .orElseThrow(() -> Refusal.of(SalesErrorCode.NO_RATE));
    }
}
