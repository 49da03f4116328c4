package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.links.Links;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.numbers.Numbers;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;

/** Sends a quote to the customer: a mail with the link to its page (S-QUO-06). It takes its number now (S-QUO-03). */
@ApplicationScoped
class SendQuote extends QuoteVerb<SendQuote.Letter> implements ProposingVerb<Quote, SendQuote.Letter> {

    private static final String SERIES = "sales.quote";

    /**
     * The mail.
     *
     * @param to address it goes to
     * @param message above the link
     */
    record Letter(
            @Field(required = true, format = Field.Format.EMAIL)
            String to,

            @Field(format = Field.Format.MULTILINE, max = 4000)
            String message) {}

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Numbers numbers;

    @Inject
    Links links;

    @Inject
    CustomerMail mail;

    @Inject
    CurrentTenant tenant;

    @Inject
    QuoteContent content;

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
    public Letter proposed(Quote quote) {
        return new Letter(quote.contact().flatMap(this::address).orElse(null), content.text(quote, "message"));
    }

    private Optional<String> address(UUID contact) {
        return records.seen("core.contact", contact)
                .map(seen -> seen.get("emails"))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .filter(emails -> !emails.isEmpty())
                .map(emails -> ((JsonObject) emails.get(0)).getString("value"));
    }

    @Override
    public void perform(Quote quote, Letter letter) {
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
        quote.send(Instant.now(), Optional.of(letter.to()));
        quote.revises().flatMap(quotes::locked).ifPresent(this::supersede);
        mail.send(letter.to(), subject(quote), text(quote, letter), List.of(papers.keep(quote, lines)));
    }

    /** The old version's links tell from now on that there is a new one (S-QUO-05). */
    private void supersede(Quote old) {
        if (old.status().leadsTo(QuoteStatus.SUPERSEDED)) {
            records.change(old, Quote::supersede);
        } else if (old.status() == QuoteStatus.ACCEPTED) {
            throw Refusal.of(SalesErrorCode.QUOTE_ACCEPTED);
        }
    }

    private String subject(Quote quote) {
        return content.text(quote, "heading") + " " + quote.number().orElseThrow() + ": " + quote.name();
    }

    private String text(Quote quote, Letter letter) {
        return Optional.ofNullable(letter.message())
                        .map(words -> words + "\n\n")
                        .orElse("")
                + links.make(Quote.NAME, quote.id());
    }
}
