package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;

/** What customers answer to quotes, on their page or told by a colleague: one rule for both (S-QUO-08). */
@ApplicationScoped
class Decisions {

    private static final String ACCEPTED = "sales.quote-accepted.v1";

    @Inject
    Parts parts;

    @Inject
    CurrentTenant tenant;

    @Inject
    QuoteContent content;

    @Inject
    Choices choices;

    @Inject
    Events events;

    /**
     * What is kept as evidence besides the name and the moment.
     *
     * @param kind of the answer
     * @param words agreed to, or said
     * @param address on the network, empty if it was not answered there
     * @param program that was used, empty likewise
     */
    record Evidence(QuoteDecision.Kind kind, String words, String address, String program) {}

    /** Accepts it until the end of the last day on which that is possible (S-QUO-10). */
    void accept(Quote quote, String by, Evidence evidence) {
        requireInTime(quote);
        Instant now = Instant.now();
        quote.accept(now, by, evidence.words());
        keep(quote, now, by, evidence);
        JsonObjectBuilder told = Json.createObjectBuilder()
                .add("quote", quote.id().toString())
                .add("number", quote.number().orElseThrow());
        quote.opportunity().ifPresent(id -> told.add("opportunity", id.toString()));
        quote.account().ifPresent(id -> told.add("account", id.toString()));
        events.publish(ACCEPTED, quote.id(), told.build());
    }

    void reject(Quote quote, String by, Evidence evidence) {
        Instant now = Instant.now();
        quote.reject(now, by, evidence.words());
        keep(quote, now, by, evidence);
    }

    void askForChanges(Quote quote, String by, Evidence evidence) {
        quote.askForChanges(evidence.words());
        keep(quote, Instant.now(), by, evidence);
    }

    void requireInTime(Quote quote) {
        if (quote.isOverAt(Instant.now(), tenant.timeZone())) {
            throw Refusal.of(SalesErrorCode.QUOTE_OVER);
        }
    }

    private void keep(Quote quote, Instant at, String by, Evidence evidence) {
        QuoteDecision decision = new QuoteDecision(quote.id(), at, evidence.kind(), by, evidence.words())
                .from(
                        evidence.address(),
                        evidence.program(),
                        quote.paperDigest().orElseGet(() -> digest(quote)));
        parts.add(List.of(
                evidence.kind() == QuoteDecision.Kind.ACCEPTED ? decision.of(choices.inWords(quote)) : decision));
    }

    /** Of everything that stands on the customer's page. */
    String digest(Quote quote) {
        return digest(content.inWords(quote));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
