package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.TaxRow;
import org.pipewright.platform.spi.texts.Wording;

/**
 * Values of a document for the template of papers that have lines, see {@code PaperKind}: what quotes, orders and the like
 * have in common. Labels are the texts {@code <texts>.lines}, {@code .discount}, {@code .net}, {@code .tax}, {@code
 * .rounding}, {@code .total} and {@code .optional}, and those of the facts.
 *
 * @param units to which its lines refer
 * @param language it is in
 * @param texts prefix of the keys of its texts
 */
public record DocumentPaper(Wording wording, Units units, Locale language, String texts) {

    private static final String AMOUNT = "amount";

    /** A text in its language. */
    public String text(String key) {
        return wording.text(language, texts + "." + key);
    }

    /** Something that is told above the lines: a text, number, date or amount. */
    public Map<String, Object> fact(String key, Object value) {
        return told(key, "value", value);
    }

    /** The lines and sums of a document, with what else stands on it. */
    public Map<String, Object> values(
            DocumentRecord document, List<? extends DocumentLine> lines, List<Map<String, Object>> facts) {
        Map<String, Object> values = new HashMap<>();
        values.put("facts", facts);
        Map<UUID, String> names = units.names(language);
        values.put("lines", lines.stream().map(line -> line(line, names)).toList());
        values.put("discounts", lines.stream().anyMatch(line -> line.takenOff().isPresent()));
        values.put("sums", sums(document));
        return values;
    }

    /** Why no tax is charged, and what else is to be said below the sums. */
    public static List<String> notes(DocumentRecord document, Stream<String> more) {
        Stream<String> exemptions = document.taxes().rows().stream().flatMap(row -> row.tax().exemption().stream());
        return Stream.concat(exemptions, more).filter(note -> !note.isBlank()).toList();
    }

    private Map<String, Object> line(DocumentLine line, Map<UUID, String> names) {
        String optional = line.isOptional() ? " (" + text("optional") + ")" : "";
        Map<String, Object> values = new HashMap<>();
        values.put("position", line.position());
        values.put("name", line.description().orElse("") + optional);
        line.details().ifPresent(details -> values.put("details", details));
        values.put("quantity", line.quantity().stripTrailingZeros());
        line.unit().map(names::get).ifPresent(unit -> values.put("unit", unit));
        line.unitPrice()
                .ifPresent(price ->
                        values.put("unitPrice", Money.of(price, line.amount().currency())));
        line.takenOff().ifPresent(off -> values.put("discount", off.stripTrailingZeros()));
        values.put("tax", percent(line.tax().rate()));
        values.put("net", line.amount());
        return values;
    }

    private List<Map<String, Object>> sums(DocumentRecord document) {
        List<Map<String, Object>> sums = new ArrayList<>();
        if (document.discountTotal().amount().signum() != 0) {
            sums.add(told("lines", AMOUNT, document.linesTotal()));
            sums.add(told(
                    "discount",
                    AMOUNT,
                    Money.of(document.discountTotal().amount().negate(), document.currency())));
        }
        sums.add(told("net", AMOUNT, document.net()));
        document.taxes().rows().forEach(row -> sums.add(tax(row, document.currency())));
        if (document.rounding().amount().signum() != 0) {
            sums.add(told("rounding", AMOUNT, document.rounding()));
        }
        sums.add(total(document.payable()));
        return sums;
    }

    /** The sum that matters. */
    private Map<String, Object> total(Money payable) {
        Map<String, Object> total = new HashMap<>(told("total", AMOUNT, payable));
        total.put("strong", true);
        return total;
    }

    private Map<String, Object> tax(TaxRow row, String currency) {
        return Map.of("label", text("tax") + " " + percent(row.tax().rate()), AMOUNT, Money.of(row.amount(), currency));
    }

    private static String percent(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString() + " %";
    }

    private Map<String, Object> told(String key, String name, Object value) {
        return Map.of("label", text(key), name, value);
    }

    /** Values of a document that there is not yet, to show a template with. */
    public Map<String, Object> example(String number, List<Map<String, Object>> facts) {
        Money net = Money.of(new BigDecimal("600.00"), "EUR");
        Map<String, Object> line = Map.of(
                "position",
                1,
                "name",
                "Advice",
                "quantity",
                new BigDecimal(4),
                "unitPrice",
                Money.of(new BigDecimal("150.00"), "EUR"),
                "tax",
                "19 %",
                "net",
                net);
        return Map.of(
                "title",
                text("heading") + " " + number,
                "recipient",
                List.of("Engines Ltd", "Ada Byron", "12 St James's Square", "London SW1Y 4JH"),
                "facts",
                facts,
                "lines",
                List.of(line),
                "sums",
                List.of(told("net", AMOUNT, net), total(Money.of(new BigDecimal("714.00"), "EUR"))));
    }
}
