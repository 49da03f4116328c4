package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.papers.PaperKind;
import org.pipewright.platform.spi.texts.Wording;

/** An invoice as customers get it. */
@ApplicationScoped
public class InvoicePaper implements PaperKind {

    static final String KEY = "billing.invoice";

    private static final String CURRENCY = "EUR";

    @Inject
    Wording wording;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String feature() {
        return "billing.invoices";
    }

    @Override
    public Map<String, Object> example(Locale language) {
        return Map.of(
                "title", wording.text(language, "billing.invoice.paper") + " INV-2025-102",
                "recipient", List.of("Ada Byron", "Engines Ltd", "12 St James's Square", "London SW1Y 4JH"),
                "facts",
                        List.of(
                                fact(language, "date", LocalDate.of(2025, 5, 6)),
                                fact(language, "due", LocalDate.of(2025, 6, 5))),
                "lines", List.of(line(1, "Advice", "4", "150.00", "600.00"), line(2, "Travel", "1", "85.50", "85.50")),
                "sums", List.of(sum(language, "net", "685.50"), sum(language, "tax", "130.25"), total(language)));
    }

    private Map<String, Object> fact(Locale language, String key, Object value) {
        return Map.of("label", wording.text(language, "billing.paper." + key), "value", value);
    }

    private static Map<String, Object> line(int position, String name, String quantity, String price, String net) {
        return Map.of(
                "position",
                position,
                "name",
                name,
                "quantity",
                new BigDecimal(quantity),
                "unitPrice",
                money(price),
                "tax",
                "19 %",
                "net",
                money(net));
    }

    private Map<String, Object> sum(Locale language, String key, String amount) {
        return Map.of("label", wording.text(language, "billing.paper." + key), "amount", money(amount));
    }

    private Map<String, Object> total(Locale language) {
        return Map.of(
                "label", wording.text(language, "billing.paper.total"), "amount", money("815.75"), "strong", true);
    }

    private static Money money(String amount) {
        return Money.of(new BigDecimal(amount), CURRENCY);
    }
}
