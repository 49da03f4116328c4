package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.documents.Units;
import org.pipewright.platform.spi.links.OutsidePage;
import org.pipewright.platform.spi.links.OutsidePage.Ask;
import org.pipewright.platform.spi.links.OutsidePage.Fact;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.texts.Wording;

/** What a customer sees of a quote: its lines, sums and terms; never costs and notes (S-QUO-20). */
@ApplicationScoped
class QuoteContent {

    @Inject
    Parts parts;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Inject
    Wording wording;

    @Inject
    Units units;

    /** The page, without anything to answer. */
    OutsidePage page(Quote quote, String notice, List<Ask> asks) {
        Locale language = quote.language().locale();
        return new OutsidePage(
                language.toLanguageTag(),
                text(language, "heading") + " " + quote.number().orElse(""),
                notice,
                facts(quote, language),
                quote.introduction(),
                Stream.of("description", "quantity", "price", "discount", "tax", "amount")
                        .map(key -> text(language, key))
                        .toList(),
                rows(quote, language),
                sums(quote, language),
                conditions(quote, language),
                quote.paper().map(kept -> QuotePapers.name(quote)).stream().toList(),
                asks,
                List.of(),
                List.of());
    }

    /** Terms, with the day until which it is valid. */
    static String conditions(Quote quote, Locale language) {
        return quote.conditions().replace("{until}", day(quote.validUntil(), language));
    }

    /** Everything of it that is seen, as one text; of this the evidence keeps a digest. */
    String inWords(Quote quote) {
        OutsidePage page = page(quote, "", List.of());
        List<String> words = new ArrayList<>(List.of(page.heading(), page.text(), page.terms()));
        Stream.concat(page.facts().stream(), page.sums().stream())
                .forEach(fact -> words.add(fact.label() + ": " + fact.value()));
        page.lines().forEach(line -> words.add(String.join(" | ", line)));
        return String.join("\n", words);
    }

    private List<QuoteLine> lines(Quote quote) {
        return parts.of(QuoteLine.class, quote.id());
    }

    private List<Fact> facts(Quote quote, Locale language) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(text(language, "from"), tenant.name()));
        facts.add(new Fact(text(language, "subject"), quote.name()));
        quote.account().flatMap(this::nameOf).ifPresent(name -> facts.add(new Fact(text(language, "for"), name)));
        facts.add(new Fact(text(language, "of"), day(quote.quotedOn(), language)));
        facts.add(new Fact(text(language, "until"), day(quote.validUntil(), language)));
        quote.deliveryOn().ifPresent(day -> facts.add(new Fact(text(language, "delivery"), day(day, language))));
        quote.paymentDays()
                .ifPresent(days -> facts.add(new Fact(text(language, "payment"), days + " " + text(language, "days"))));
        return facts;
    }

    private Optional<String> nameOf(UUID account) {
        return records.seen("core.account", account).map(seen -> seen.getString("name"));
    }

    private List<List<String>> rows(Quote quote, Locale language) {
        Map<UUID, String> names = units.names(language);
        return lines(quote).stream()
                .map(line -> cells(line, line.unit().map(names::get).orElse(""), quote, language))
                .toList();
    }

    private List<String> cells(QuoteLine line, String unit, Quote quote, Locale language) {
        String optional =
                line.isOptional() ? " (" + text(language, line.isCounted() ? "chosen" : "optional") + ")" : "";
        String details = line.details().map(text -> "\n" + text).orElse("");
        String due = line.recurrence()
                .map(often -> "\n" + wording.text(language, "sales.quote-line.recurrence." + often))
                .orElse("");
        return List.of(
                line.description().orElse("") + optional + due + details,
                (number(line.taken(), language) + " " + unit).strip(),
                line.unitPrice()
                        .map(price -> price(price, quote.currency(), language))
                        .orElse(""),
                line.discount()
                        .filter(percent -> percent.signum() > 0)
                        .map(percent -> number(percent, language) + " %")
                        .orElse(""),
                number(line.tax().rate(), language) + " %",
                money(line.amount(), language));
    }

    private List<Fact> sums(Quote quote, Locale language) {
        List<Fact> sums = new ArrayList<>();
        if (quote.discountTotal().amount().signum() != 0) {
            sums.add(new Fact(text(language, "lines"), money(quote.linesTotal(), language)));
            sums.add(new Fact(text(language, "discount"), "−" + money(quote.discountTotal(), language)));
        }
        sums.add(new Fact(text(language, "net"), money(quote.net(), language)));
        quote.taxes()
                .rows()
                .forEach(row -> sums.add(new Fact(
                        text(language, "tax") + " " + number(row.tax().rate(), language) + " %"
                                + row.tax()
                                        .exemption()
                                        .map(reason -> " – " + reason)
                                        .orElse(""),
                        money(Money.of(row.amount(), quote.currency()), language))));
        if (quote.rounding().amount().signum() != 0) {
            sums.add(new Fact(text(language, "rounding"), money(quote.rounding(), language)));
        }
        sums.add(new Fact(text(language, "total"), money(quote.payable(), language)));
        return sums;
    }

    /** An amount in the language of the quote. */
    String money(Quote quote, Money money) {
        return money(money, quote.language().locale());
    }

    String text(Quote quote, String key) {
        return text(quote.language().locale(), key);
    }

    private String text(Locale language, String key) {
        return wording.text(language, "sales.quote.page." + key);
    }

    private static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    private static String number(BigDecimal number, Locale language) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }

    private static String money(Money money, Locale language) {
        return price(money.amount(), money.currency(), language);
    }

    private static String price(BigDecimal amount, String currency, Locale language) {
        NumberFormat format = NumberFormat.getInstance(language);
        int decimals = Money.decimals(currency);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, 4));
        return format.format(amount) + " " + Currency.getInstance(currency).getCurrencyCode();
    }
}
