package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.papers.Papers.Kept;

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
    CustomerAddresses addresses;

    /** Keeps the PDF with the quote. */
    void keep(Quote quote, List<QuoteLine> lines) {
        String title = content.text(quote, "heading") + " " + quote.number().orElseThrow();
        Map<String, Object> values = paper.values(quote, lines, addresses.letter(quote.contact(), quote.account()));
        byte[] pdf = papers.drawn(QuotePaper.KEY, quote.language().locale(), title, values, List.of());
        Kept kept = papers.keep(Quote.NAME, quote.id(), name(quote), pdf);
        quote.keptAs(kept.id(), kept.sha256());
    }

    static String name(Quote quote) {
        return quote.number().orElseThrow() + ".pdf";
    }

    /** What goes with a mail: the paper as it was kept. */
    List<Attachment> attached(Quote quote) {
        return sent(quote).map(pdf -> new Attachment(name(quote), PDF, pdf)).stream()
                .toList();
    }

    /** What was sent. */
    Optional<byte[]> sent(Quote quote) {
        return quote.paper().map(papers::content);
    }
}
