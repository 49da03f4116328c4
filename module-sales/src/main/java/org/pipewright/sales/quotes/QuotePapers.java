package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.papers.Papers.Kept;
import org.pipewright.platform.spi.records.Records;

/** Draws quotes when they are sent, and keeps them as they were (S-QUO-06, S-PDF-03). */
@ApplicationScoped
class QuotePapers {

    private static final String PDF = "application/pdf";

    @Inject
    Papers papers;

    @Inject
    QuotePaper paper;

    @Inject
    QuoteContent content;

    @Inject
    Records records;

    /** Keeps the PDF with the quote; returns what goes with the mail. */
    Attachment keep(Quote quote, List<QuoteLine> lines) {
        String title = content.text(quote, "heading") + " " + quote.number().orElseThrow();
        Map<String, Object> values = paper.values(quote, lines, recipient(quote));
        byte[] pdf = papers.drawn(QuotePaper.KEY, quote.language().locale(), title, values, List.of());
        Kept kept = papers.keep(Quote.NAME, quote.id(), name(quote), pdf);
        quote.keptAs(kept.id(), kept.sha256());
        return new Attachment(name(quote), PDF, pdf);
    }

    static String name(Quote quote) {
        return quote.number().orElseThrow() + ".pdf";
    }

    /** What was sent. */
    Optional<byte[]> sent(Quote quote) {
        return quote.paper().map(papers::content);
    }

    private List<String> recipient(Quote quote) {
        Optional<JsonObject> account = quote.account().flatMap(id -> records.seen("core.account", id));
        Stream<String> names = Stream.of(account, quote.contact().flatMap(id -> records.seen("core.contact", id)))
                .flatMap(Optional::stream)
                .map(seen -> seen.getString("name", ""));
        return Stream.concat(names, account.stream().flatMap(QuotePapers::address))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Stream<String> address(JsonObject account) {
        return account.get("addresses") instanceof JsonArray addresses && !addresses.isEmpty()
                ? lines(addresses.getJsonObject(0))
                : Stream.empty();
    }

    private static Stream<String> lines(JsonObject address) {
        String city = (address.getString("postalCode", "") + " " + address.getString("city", "")).strip();
        return Stream.of(address.getString("street", ""), city, address.getString("country", ""));
    }
}
