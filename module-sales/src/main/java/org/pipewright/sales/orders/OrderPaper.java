package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.documents.DocumentPaper;
import org.pipewright.platform.spi.documents.Units;
import org.pipewright.platform.spi.papers.PaperKind;
import org.pipewright.platform.spi.texts.Wording;

/** The confirmation of an order as PDF; never internal notes (S-PDF-01, S-ORD-01). */
@ApplicationScoped
class OrderPaper implements PaperKind {

    static final String KEY = "sales.order";

    private static final String TEXTS = "sales.order.page";

    @Inject
    Wording wording;

    @Inject
    Units units;

    @Inject
    CustomerAddresses addresses;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String feature() {
        return Order.FEATURE;
    }

    /** What it is called in its language. */
    String title(Order order) {
        return text(order, "heading") + " " + order.number().orElseThrow();
    }

    String text(Order order, String key) {
        return paper(order.language().locale()).text(key);
    }

    /** What it shows of an order with these lines. */
    Map<String, Object> values(Order order, List<OrderLine> lines) {
        DocumentPaper paper = paper(order.language().locale());
        Map<String, Object> values = paper.values(order, lines, facts(order, paper));
        values.put("recipient", addresses.letter(order.contact(), order.account()));
        values.put("intro", paper.text("intro"));
        values.put("notes", DocumentPaper.notes(order, Stream.of(order.deliveryTerms())));
        return values;
    }

    private DocumentPaper paper(Locale language) {
        return new DocumentPaper(wording, units, language, TEXTS);
    }

    private static List<Map<String, Object>> facts(Order order, DocumentPaper paper) {
        List<Map<String, Object>> facts =
                new ArrayList<>(List.of(paper.fact("subject", order.name()), paper.fact("of", order.orderedOn())));
        order.customerReference().ifPresent(reference -> facts.add(paper.fact("reference", reference)));
        order.deliveryOn().ifPresent(day -> facts.add(paper.fact("delivery", day)));
        order.paymentDays().ifPresent(days -> facts.add(paper.fact("payment", days + " " + paper.text("days"))));
        return facts;
    }

    @Override
    public Map<String, Object> example(Locale language) {
        DocumentPaper paper = paper(language);
        return paper.example("ORD-34324", List.of(paper.fact("of", LocalDate.of(2025, 5, 6))));
    }
}
