package org.pipewright.billing.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.documents.Units;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.TaxRow;
import org.pipewright.platform.spi.texts.Wording;

/** Lines and sums as papers show them. */
@ApplicationScoped
public class PaperRows {

    @Inject
    Wording wording;

    @Inject
    Units units;

    /** A text of papers. */
    public String text(Locale language, String key) {
        return wording.text(language, "billing.paper." + key);
    }

    /** A fact with what it is called. */
    public Map<String, Object> told(Locale language, String key, String name, Object value) {
        return Map.of("label", text(language, key), name, value);
    }

    /** Lines, and whether something is taken off any of them. */
    public Map<String, Object> lines(List<? extends DocumentLine> lines, Locale language) {
        Map<UUID, String> names = units.names(language);
        return Map.of(
                "lines",
                lines.stream().map(line -> line(line, names)).toList(),
                "discounts",
                lines.stream().anyMatch(line -> line.takenOff().isPresent()));
    }

    private static Map<String, Object> line(DocumentLine line, Map<UUID, String> names) {
        Map<String, Object> values = new HashMap<>();
        values.put("position", line.position());
        values.put("name", line.description().orElse(""));
        line.details().ifPresent(details -> values.put("details", details));
        values.put("quantity", line.quantity().stripTrailingZeros());
        line.unit().map(names::get).ifPresent(unit -> values.put("unit", unit));
        values.put(
                "unitPrice",
                Money.of(line.unitPrice().orElse(BigDecimal.ZERO), line.amount().currency()));
        line.takenOff().ifPresent(off -> values.put("discount", off.stripTrailingZeros()));
        values.put("tax", line.tax().rate().toPlainString() + " %");
        values.put("net", line.amount());
        return values;
    }

    /** From the sum of the lines to what is to be paid. */
    public List<Map<String, Object>> sums(DocumentSums sums, String currency, Locale language) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (sums.discount().signum() != 0) {
            rows.add(told(language, "lines", "amount", Money.of(sums.lines(), currency)));
            rows.add(told(
                    language, "discount", "amount", Money.of(sums.discount().negate(), currency)));
        }
        rows.add(told(language, "net", "amount", Money.of(sums.net(), currency)));
        sums.taxes().rows().forEach(row -> rows.add(tax(row, currency, language)));
        if (sums.rounding().signum() != 0) {
            rows.add(told(language, "rounding", "amount", Money.of(sums.rounding(), currency)));
        }
        Map<String, Object> total =
                new HashMap<>(told(language, "total", "amount", Money.of(sums.payable(), currency)));
        total.put("strong", true);
        rows.add(total);
        return rows;
    }

    private Map<String, Object> tax(TaxRow row, String currency, Locale language) {
        Money base = Money.of(row.base(), currency);
        String label = text(language, "tax-row")
                .replace("{rate}", row.tax().rate().toPlainString())
                .replace("{base}", base.amount().toPlainString() + " " + currency);
        return Map.of("label", label, "amount", Money.of(row.amount(), currency));
    }
}
