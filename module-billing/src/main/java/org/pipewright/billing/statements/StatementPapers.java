package org.pipewright.billing.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.papers.PaperKind;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.texts.Wording;

/** Draws statements and keeps them (S-INV-13). */
@ApplicationScoped
class StatementPapers implements PaperKind {

    private static final String TEXTS = "billing.statement.page.";

    private static final String TEMPLATE = """
            <table class="address"><tbody><tr>
              <td>
                <div class="sender">{{organisation.line}}</div>
                {{#recipient}}<div>{{.}}</div>{{/recipient}}
              </td>
              <td>
                <table class="facts"><tbody>
                  {{#facts}}<tr><th>{{label}}</th><td>{{value}}</td></tr>{{/facts}}
                </tbody></table>
              </td>
            </tr></tbody></table>
            <h1>{{title}}</h1>
            <table class="lines-table">
              <thead><tr>
                <th>{{#text}}billing.statement-line.day{{/text}}</th>
                <th>{{#text}}billing.statement-line.kind{{/text}}</th>
                <th>{{#text}}billing.statement-line.reference{{/text}}</th>
                <th class="number">{{#text}}billing.statement-line.amount{{/text}}</th>
                <th class="number">{{#text}}billing.statement-line.balance{{/text}}</th>
              </tr></thead>
              <tbody>
                {{#lines}}<tr>
                  <td>{{day}}</td>
                  <td>{{kind}}</td>
                  <td>{{reference}}</td>
                  <td class="number">{{amount}}</td>
                  <td class="number">{{balance}}</td>
                </tr>{{/lines}}
              </tbody>
            </table>
            <table class="sums"><tbody>
              {{#sums}}<tr class="strong"><th>{{label}}</th><td>{{amount}}</td></tr>{{/sums}}
            </tbody></table>
            """;

    @Inject
    Wording wording;

    @Inject
    CustomerAddresses addresses;

    @Inject
    Papers papers;

    @Override
    public String key() {
        return Statement.NAME;
    }

    @Override
    public String feature() {
        return "billing.invoices";
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    /** Keeps it as PDF; returns what it is found by. */
    UUID keep(Statement statement, List<StatementLine> lines) {
        Locale language = statement.language().locale();
        byte[] pdf = papers.drawn(key(), language, title(statement), values(statement, lines, language), List.of());
        return papers.keep(Statement.NAME, statement.id(), statement.file(), pdf)
                .id();
    }

    /** What it is, with its period. */
    String title(Statement statement) {
        return text(statement.language().locale(), "title") + " " + statement.name();
    }

    private Map<String, Object> values(Statement statement, List<StatementLine> lines, Locale language) {
        Map<String, Object> values = new HashMap<>();
        values.put("recipient", addresses.letter(Optional.empty(), Optional.of(statement.account())));
        values.put(
                "facts",
                List.of(
                        fact(language, "from", statement.fromDay()),
                        fact(language, "to", statement.toDay()),
                        fact(language, "opening", statement.opening())));
        values.put("lines", lines.stream().map(line -> line(line, language)).toList());
        values.put("sums", List.of(closing(language, statement.closing())));
        return values;
    }

    private Map<String, Object> line(StatementLine line, Locale language) {
        return row(
                line.day(),
                wording.text(language, "billing.statement-line.kind." + line.kind()),
                line.reference(),
                line.amount(),
                line.balance());
    }

    private static Map<String, Object> row(LocalDate day, String kind, String reference, Money amount, Money balance) {
        return Map.of("day", day, "kind", kind, "reference", reference, "amount", amount, "balance", balance);
    }

    private Map<String, Object> fact(Locale language, String key, Object value) {
        return Map.of("label", text(language, key), "value", value);
    }

    private Map<String, Object> closing(Locale language, Money amount) {
        return Map.of("label", text(language, "closing"), "amount", amount);
    }

    private String text(Locale language, String key) {
        return wording.text(language, TEXTS + key);
    }

    @Override
    public Map<String, Object> example(Locale language) {
        Money due = Money.of(new BigDecimal("119.00"), "EUR");
        LocalDate day = LocalDate.of(2025, 5, 6);
        String kind = wording.text(language, "billing.statement-line.kind.INVOICE");
        return Map.of(
                "title",
                text(language, "title"),
                "recipient",
                List.of("Engines Ltd", "12 St James's Square", "London SW1Y 4JH"),
                "facts",
                List.of(fact(language, "from", day.withDayOfMonth(1)), fact(language, "to", day)),
                "lines",
                List.of(row(day, kind, "INV-2025-102", due, due)),
                "sums",
                List.of(closing(language, due)));
    }
}
