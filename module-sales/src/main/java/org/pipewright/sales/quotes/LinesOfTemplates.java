package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.money.CurrencyChoice;
import org.pipewright.platform.spi.money.CurrencyChoice.Numbers;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

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
        CurrencyChoice into = new CurrencyChoice(quote.currency(), Numbers.CONVERT);
        parts.add(parts.of(QuoteTemplateLine.class, template).stream()
                .map(line -> new QuoteLine(
                        quote.id(), line, line.unitPrice().map(price -> exchange.changed(price, currency, into))))
                .toList());
    }
}
