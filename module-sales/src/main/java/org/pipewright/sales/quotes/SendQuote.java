package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.numbers.Numbers;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;

/** Sends a quote to the customer: a mail with the link to its page (S-QUO-06). It takes its number now (S-QUO-03). */
@ApplicationScoped
class SendQuote extends QuoteVerb<QuoteLetter> implements ProposingVerb<Quote, QuoteLetter> {

    private static final String SERIES = "sales.quote";

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Numbers numbers;

    @Inject
    QuoteMail mail;

    @Inject
    CurrentTenant tenant;

    @Inject
    QuotePapers papers;

    @Inject
    Limits limits;

    @Inject
    QuotesOfDeal quotes;

    SendQuote() {
        super("send", QuoteStatus.DRAFT, QuoteStatus.APPROVED);
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public QuoteLetter proposed(Quote quote) {
        return mail.proposed(quote);
    }

    @Override
    public void perform(Quote quote, QuoteLetter letter) {
        List<QuoteLine> lines = parts.of(QuoteLine.class, quote.id());
        if (lines.isEmpty()) {
            throw Refusal.of(SalesErrorCode.QUOTE_EMPTY);
        } else if (quote.isOverOn(tenant.today())) {
            throw Refusal.of(SalesErrorCode.QUOTE_OVER);
        } else if (lines.stream().anyMatch(QuoteLine::lacksExemption)) {
            throw Refusal.of(SalesErrorCode.EXEMPTION_MISSING);
        } else if (quote.status() == QuoteStatus.DRAFT) {
            limits.requireWithin(quote, lines);
        }
        if (quote.number().isEmpty()) {
            quote.numbered(numbers.next(SERIES, tenant.today()));
        }
        quote.send(Instant.now(), tenant.today(), Optional.of(mail.recipients(quote, letter)));
        quote.revises().flatMap(quotes::locked).ifPresent(this::supersede);
        papers.keep(quote, lines);
        mail.send(quote, letter, papers.attached(quote));
    }

    /** The old version's links tell from now on that there is a new one (S-QUO-05). */
    private void supersede(Quote old) {
        if (old.status().leadsTo(QuoteStatus.SUPERSEDED)) {
            records.change(old, Quote::supersede);
        } else if (old.status() == QuoteStatus.ACCEPTED) {
            throw Refusal.of(SalesErrorCode.QUOTE_ACCEPTED);
        }
    }
}
