package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.links.LinkedPages;
import org.pipewright.platform.spi.links.OutsidePage;
import org.pipewright.platform.spi.links.OutsidePage.Ask;
import org.pipewright.platform.spi.links.OutsidePage.Kind;
import org.pipewright.platform.spi.links.OutsidePage.Question;
import org.pipewright.platform.spi.links.Visitor;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;

/** The customer's page of a quote (S-QUO-07, S-QUO-08). */
@ApplicationScoped
class QuotePages implements LinkedPages {

    private static final String ACCEPT = "accept";
    private static final String REJECT = "reject";
    private static final String CHANGES = "changes";
    private static final String NAME = "name";
    private static final String WORDS = "words";
    private static final String SEEN = "seen";

    @Inject
    QuotesOfDeal quotes;

    @Inject
    QuoteContent content;

    @Inject
    Decisions decisions;

    @Inject
    Choices choices;

    @Inject
    QuotePapers papers;

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Override
    public String kind() {
        return Quote.NAME;
    }

    @Override
    public String feature() {
        return Quote.FEATURE;
    }

    @Override
    public OutsidePage page(UUID record, Visitor visitor) {
        Quote quote = shown(record);
        if (quote.viewedAt().isEmpty()) {
            records.change(quote, seen -> seen.viewed(visitor.at()));
        }
        visitor.link().ifPresent(link -> note(quote, link, visitor.at()));
        return content.page(quote, notice(quote), asks(quote));
    }

    /** Each mail has a link of its own, which tells who looks first (S-QUO-06). */
    private void note(Quote quote, UUID link, Instant at) {
        parts.of(QuoteSending.class, quote.id()).stream()
                .filter(sending -> sending.isNewTo(link))
                .forEach(sending -> records.change(sending, seen -> seen.viewed(at)));
    }

    @Override
    public Optional<byte[]> file(UUID record, String name) {
        return papers.sent(shown(record));
    }

    /** What the link still leads to; a replaced, withdrawn or expired quote is told to be so (S-QUO-05, S-QUO-10). */
    private Quote shown(UUID record) {
        Quote quote = quotes.locked(record).orElseThrow(() -> Refusal.of(SalesErrorCode.QUOTE_WITHDRAWN));
        switch (quote.status()) {
            case SUPERSEDED -> throw Refusal.of(SalesErrorCode.QUOTE_REPLACED);
            case EXPIRED -> throw Refusal.of(SalesErrorCode.QUOTE_OVER);
            case SENT -> decisions.requireInTime(quote);
            case ACCEPTED, REJECTED -> {
                // still to be seen
            }
            default -> throw Refusal.of(SalesErrorCode.QUOTE_WITHDRAWN);
        }
        return quote;
    }

    private String notice(Quote quote) {
        return switch (quote.status()) {
            case ACCEPTED ->
                content.text(quote, "accepted") + " " + quote.decidedBy().orElse("");
            case REJECTED -> content.text(quote, "rejected");
            default -> quote.asksForChanges() ? content.text(quote, "changes-asked") : "";
        };
    }

    private List<Ask> asks(Quote quote) {
        if (quote.status() != QuoteStatus.SENT) {
            return List.of();
        }
        Question name = new Question(NAME, content.text(quote, "name"), Kind.LINE, true);
        Optional<Ask> choice = choices.ask(quote);
        List<Ask> asks = new ArrayList<>(choice.stream().toList());
        asks.addAll(List.of(
                new Ask(
                        ACCEPT,
                        content.text(quote, ACCEPT),
                        Stream.concat(
                                        Stream.of(
                                                name,
                                                new Question(
                                                        "consent", content.text(quote, "consent"), Kind.TICK, true)),
                                        choice.stream().map(any -> seen(quote)))
                                .toList()),
                new Ask(
                        CHANGES,
                        content.text(quote, CHANGES),
                        List.of(name, new Question(WORDS, content.text(quote, "changes-words"), Kind.TEXT, true))),
                new Ask(
                        REJECT,
                        content.text(quote, REJECT),
                        List.of(name, new Question(WORDS, content.text(quote, "reject-words"), Kind.TEXT, true)))));
        return asks;
    }

    /** What stands on the page, so that nobody accepts what somebody else chose meanwhile. */
    private Question seen(Quote quote) {
        return new Question(SEEN, content.text(quote, "choose"), Kind.HIDDEN, true, decisions.digest(quote));
    }

    @Override
    public void take(UUID record, String ask, Map<String, String> answers, Visitor visitor) {
        String by = answers.get(NAME);
        Quote shown = shown(record);
        if (ask.equals(Choices.ASK)) {
            choices.choose(shown, answers);
            return;
        } else if (answers.containsKey(SEEN) && !answers.get(SEEN).equals(decisions.digest(shown))) {
            throw new Refusal(
                    SalesErrorCode.CHOICE_CHANGED,
                    Map.of(),
                    List.of(new FieldError(SEEN, "changed", SalesErrorCode.CHOICE_CHANGED.textKey())));
        }
        records.change(shown, quote -> {
            switch (ask) {
                case ACCEPT ->
                    decisions.accept(
                            quote, by, evidence(QuoteDecision.Kind.ACCEPTED, content.text(quote, "consent"), visitor));
                case REJECT ->
                    decisions.reject(quote, by, evidence(QuoteDecision.Kind.REJECTED, answers.get(WORDS), visitor));
                default ->
                    decisions.askForChanges(
                            quote, by, evidence(QuoteDecision.Kind.CHANGES, answers.get(WORDS), visitor));
            }
        });
    }

    private static Decisions.Evidence evidence(QuoteDecision.Kind kind, String words, Visitor visitor) {
        return new Decisions.Evidence(kind, words, visitor.address(), visitor.program());
    }
}
