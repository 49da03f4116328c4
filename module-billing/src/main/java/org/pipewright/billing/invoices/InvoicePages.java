package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.links.LinkedPages;
import org.pipewright.platform.spi.links.OutsidePage;
import org.pipewright.platform.spi.links.OutsidePage.Fact;
import org.pipewright.platform.spi.links.OutsidePage.Way;
import org.pipewright.platform.spi.links.Visitor;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.payments.AmountDue;
import org.pipewright.platform.spi.records.Records;

/** The customer's page of an invoice: what is on its paper, and what is paid by now (S-INV-12). */
@ApplicationScoped
class InvoicePages implements LinkedPages {

    private static final List<String> COLUMNS = List.of("name", "quantity", "unitPrice", "discount", "tax", "net");

    @Inject
    Records records;

    @Inject
    InvoicePapers papers;

    @Inject
    PaymentStates states;

    @Inject
    PaymentRequest request;

    @Inject
    PaymentPages pages;

    @Override
    public String kind() {
        return Invoice.NAME;
    }

    @Override
    public String feature() {
        return BillingModule.FEATURE;
    }

    @Override
    public OutsidePage page(UUID record, Visitor visitor) {
        Invoice invoice = shown(record);
        if (!invoice.isViewed()) {
            records.change(invoice, seen -> seen.viewed(visitor.at()));
        }
        Locale language = invoice.language().locale();
        Map<String, Object> paper = papers.values(invoice);
        return new OutsidePage(
                language.toLanguageTag(),
                papers.heading(invoice),
                notice(invoice),
                Stream.concat(facts(paper.get("facts"), "value", language), paid(invoice, language))
                        .toList(),
                "",
                COLUMNS.stream()
                        .map(column -> papers.text(invoice, "column-" + column.toLowerCase(Locale.ROOT)))
                        .toList(),
                rows(paper.get("lines")).map(line -> cells(line, language)).toList(),
                facts(paper.get("sums"), "amount", language).toList(),
                String.join("\n", strings(paper.get("notes"))),
                List.of(InvoicePapers.file(invoice)),
                List.of(),
                request.codes(invoice),
                ways(invoice));
    }

    /** Where what is open can be paid at once (S-PAY-09). */
    private List<Way> ways(Invoice invoice) {
        if (!invoice.isPayable()) {
            return List.of();
        }
        Money open = Money.rounded(invoice.open().amount(), invoice.open().currency());
        return pages.of(new AmountDue(invoice.number().orElseThrow(), open)).stream()
                .map(page -> new Way(
                        papers.text(invoice, "pay-with").replace("{name}", page.provider()),
                        page.address().toString()))
                .toList();
    }

    private Invoice shown(UUID record) {
        return records.withId(Invoice.class, record)
                .filter(invoice -> !invoice.isDraft())
                .orElseThrow(() -> Refusal.of(BillingErrorCode.NOT_SHOWN));
    }

    private String notice(Invoice invoice) {
        return invoice.isTakenBack()
                ? papers.text(invoice, "taken-back")
                : states.of(invoice)
                        .map(state -> papers.text(
                                invoice,
                                "state-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .orElse("");
    }

    private Stream<Fact> paid(Invoice invoice, Locale language) {
        List<Fact> facts = new ArrayList<>();
        if (!invoice.isCreditNote()) {
            facts.add(new Fact(papers.text(invoice, "paid"), told(invoice.paid(), language)));
            facts.add(new Fact(papers.text(invoice, "open"), told(invoice.open(), language)));
            facts.addAll(request.facts(invoice));
        }
        return facts.stream();
    }

    private static Stream<Fact> facts(Object rows, String value, Locale language) {
        return rows(rows).map(row -> new Fact((String) row.get("label"), told(row.get(value), language)));
    }

    private static List<String> cells(Map<String, Object> line, Locale language) {
        return COLUMNS.stream()
                .map(column -> column.equals("name")
                        ? line.get("name")
                                + Optional.ofNullable(line.get("details"))
                                        .map(text -> "\n" + text)
                                        .orElse("")
                        : column.equals("quantity")
                                ? (told(line.get("quantity"), language) + " " + line.getOrDefault("unit", "")).strip()
                                : told(line.get(column), language))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> rows(Object rows) {
        return ((List<Map<String, Object>>) rows).stream();
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object texts) {
        return (List<String>) texts;
    }

    private static String told(Object value, Locale language) {
        if (value instanceof Money money) {
            return number(money.amount(), Money.decimals(money.currency()), language) + " " + money.currency();
        } else if (value instanceof LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language)
                    .format(day);
        } else if (value instanceof BigDecimal decimal) {
            return number(decimal, 0, language);
        }
        return value == null ? "" : value.toString();
    }

    private static String number(BigDecimal number, int decimals, Locale language) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, 4));
        return format.format(number);
    }

    @Override
    public Optional<byte[]> file(UUID record, String name) {
        return papers.kept(shown(record));
    }

    /** Nothing is asked on it. */
    @Override
    public void take(UUID record, String ask, Map<String, String> answers, Visitor visitor) {
        throw Refusal.of(BillingErrorCode.NOT_SHOWN);
    }
}
