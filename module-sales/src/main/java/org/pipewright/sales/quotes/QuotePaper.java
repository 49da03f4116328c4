package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.papers.PaperKind;
import org.pipewright.platform.spi.taxes.TaxRow;
import org.pipewright.platform.spi.texts.Wording;

/** A quote as customers get it as PDF; never costs and notes (S-PDF-01, S-QUO-20). */
@ApplicationScoped
class QuotePaper implements PaperKind {

    static final String KEY = "sales.quote";

    private static final String CURRENCY = "EUR";

    @Inject
    Wording wording;

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
        Map<String, Object> values = new HashMap<>();
        values.put("recipient", recipient);
        values.put("facts", facts(quote, language));
        values.put("intro", quote.introduction());
        values.put("lines", lines.stream().map(line -> line(line, language)).toList());
        values.put("discounts", lines.stream().anyMatch(QuotePaper::isDiscounted));
        values.put("sums", sums(quote, language));
        values.put("notes", notes(quote, language));
        return values;
    }

    private List<Map<String, Object>> facts(Quote quote, Locale language) {
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(told(language, "subject", "value", quote.name()));
        facts.add(told(language, "of", "value", quote.quotedOn()));
        facts.add(told(language, "until", "value", quote.validUntil()));
        quote.deliveryOn().ifPresent(day -> facts.add(told(language, "delivery", "value", day)));
        return facts;
    }

    private Map<String, Object> line(QuoteLine line, Locale language) {
        String optional = line.isOptional() ? " (" + text(language, "optional") + ")" : "";
        Map<String, Object> values = new HashMap<>();
        values.put("position", line.position());
        values.put("name", line.description().orElse("") + optional);
        line.details().ifPresent(details -> values.put("details", details));
        values.put("quantity", line.quantity().stripTrailingZeros());
        line.unit().ifPresent(unit -> values.put("unit", unit));
        line.unitPrice()
                .ifPresent(price ->
                        values.put("unitPrice", Money.of(price, line.amount().currency())));
        line.discount()
                .filter(off -> off.signum() != 0)
                .ifPresent(off -> values.put("discount", off.stripTrailingZeros()));
        values.put("tax", percent(line.tax().rate()));
        values.put("net", line.amount());
        return values;
    }

    private static boolean isDiscounted(QuoteLine line) {
        return line.discount().filter(off -> off.signum() != 0).isPresent();
    }

    private List<Map<String, Object>> sums(Quote quote, Locale language) {
        List<Map<String, Object>> sums = new ArrayList<>();
        if (quote.discountTotal().amount().signum() != 0) {
            sums.add(told(language, "lines", "amount", quote.linesTotal()));
            sums.add(told(
                    language,
                    "discount",
                    "amount",
                    Money.of(quote.discountTotal().amount().negate(), quote.currency())));
        }
        sums.add(told(language, "net", "amount", quote.net()));
        quote.taxes().rows().forEach(row -> sums.add(tax(row, quote.currency(), language)));
        if (quote.rounding().amount().signum() != 0) {
            sums.add(told(language, "rounding", "amount", quote.rounding()));
        }
        Map<String, Object> total = new HashMap<>(told(language, "total", "amount", quote.payable()));
        total.put("strong", true);
        sums.add(total);
        return sums;
    }

    private Map<String, Object> tax(TaxRow row, String currency, Locale language) {
        return Map.of(
                "label",
                text(language, "tax") + " " + percent(row.tax().rate()),
                "amount",
                Money.of(row.amount(), currency));
    }

    private static List<String> notes(Quote quote, Locale language) {
        Stream<String> exemptions = quote.taxes().rows().stream().flatMap(row -> row.tax().exemption().stream());
        return Stream.concat(exemptions, Stream.of(QuoteContent.conditions(quote, language)))
                .filter(note -> !note.isBlank())
                .toList();
    }

    private static String percent(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString() + " %";
    }

    private Map<String, Object> told(Locale language, String key, String name, Object value) {
        return Map.of("label", text(language, key), name, value);
    }

    private String text(Locale language, String key) {
        return wording.text(language, "sales.quote.page." + key);
    }

    @Override
    public Map<String, Object> example(Locale language) {
        Money net = Money.of(new BigDecimal("600.00"), CURRENCY);
        Map<String, Object> line = Map.of(
                "position",
                1,
                "name",
                "Advice",
                "quantity",
                new BigDecimal(4),
                "unitPrice",
                Money.of(new BigDecimal("150.00"), CURRENCY),
                "tax",
                "19 %",
                "net",
                net);
        Map<String, Object> total =
                new HashMap<>(told(language, "total", "amount", Money.of(new BigDecimal("714.00"), CURRENCY)));
        total.put("strong", true);
        return Map.of(
                "title",
                text(language, "heading") + " Q-2025-043",
                "recipient",
                List.of("Engines Ltd", "Ada Byron", "12 St James's Square", "London SW1Y 4JH"),
                "facts",
                List.of(
                        told(language, "of", "value", LocalDate.of(2025, 5, 6)),
                        told(language, "until", "value", LocalDate.of(2025, 6, 5))),
                "lines",
                List.of(line),
                "sums",
                List.of(told(language, "net", "amount", net), total));
    }
}
