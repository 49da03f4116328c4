package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.pipewright.platform.spi.documents.DocumentPaper;
import org.pipewright.platform.spi.documents.Units;
import org.pipewright.platform.spi.papers.PaperKind;
import org.pipewright.platform.spi.texts.Wording;

/** A quote as customers get it as PDF; never costs and notes (S-PDF-01, S-QUO-20). */
@ApplicationScoped
class QuotePaper implements PaperKind {

    static final String KEY = "sales.quote";

    private static final String TEXTS = "sales.quote.page";

    @Inject
    Wording wording;

    @Inject
    Units units;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String feature() {
        return Quote.FEATURE;
    }

    /** What it shows of a quote with these lines, for somebody with that address. */
    Map<String, Object> values(Quote quote, List<QuoteLine> lines, List<String> recipient) {
        Locale language = quote.language().locale();
        DocumentPaper paper = paper(language);
        Map<String, Object> values = paper.values(quote, lines, facts(quote, paper));
        values.put("recipient", recipient);
        values.put("intro", quote.introduction());
        values.put("notes", DocumentPaper.notes(quote, Stream.of(QuoteContent.conditions(quote, language))));
        return values;
    }

    private DocumentPaper paper(Locale language) {
        return new DocumentPaper(wording, units, language, TEXTS);
    }

    private static List<Map<String, Object>> facts(Quote quote, DocumentPaper paper) {
        List<Map<String, Object>> facts = new ArrayList<>(List.of(
                paper.fact("subject", quote.name()),
                paper.fact("of", quote.quotedOn()),
                paper.fact("until", quote.validUntil())));
        quote.deliveryOn().ifPresent(day -> facts.add(paper.fact("delivery", day)));
        return facts;
    }

    @Override
    public Map<String, Object> example(Locale language) {
        DocumentPaper paper = paper(language);
        return paper.example(
                "Q-2025-043",
                List.of(paper.fact("of", LocalDate.of(2025, 5, 6)), paper.fact("until", LocalDate.of(2025, 6, 5))));
    }
}
