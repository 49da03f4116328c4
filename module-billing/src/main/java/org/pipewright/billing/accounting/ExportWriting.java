package org.pipewright.billing.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.money.Money;

/** Writes postings as files of values separated by semicolons (S-INV-15). */
@ApplicationScoped
class ExportWriting {

    /** Western European Windows, which programs of tax advisers expect. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("ddMM");

    @Inject
    PostingAccounts accounts;

    byte[] written(AccountingExport export, List<Posting> postings) {
        return switch (export.form()) {
            case LIST -> utf8(list(postings));
            case JOURNAL -> utf8(journal(postings));
            case DATEV ->
                text(Stream.concat(head(export), postings.stream().map(this::datev)))
                        .getBytes(WINDOWS);
        };
    }

    private static byte[] utf8(Stream<List<String>> rows) {
        return text(rows).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Stream<List<String>> rows) {
        return rows.map(row -> row.stream().map(ExportWriting::cell).collect(Collectors.joining(";")) + "\r\n")
                .collect(Collectors.joining());
    }

    /** No program takes a cell for a formula. */
    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+@\t".indexOf(value.charAt(0)) >= 0;
        String plain = (formula ? "'" : "") + value;
        boolean quoted = plain.chars().anyMatch(each -> each == ';' || each == '"' || each == '\n' || each == '\r');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    private static Stream<List<String>> list(List<Posting> postings) {
        return Stream.concat(
                Stream.of(List.of(
                        "Kind",
                        "Number",
                        "Date",
                        "Due",
                        "Customer",
                        "Currency",
                        "Tax category",
                        "Tax rate",
                        "Net",
                        "Tax",
                        "Gross")),
                postings.stream()
                        .map(posting -> List.of(
                                posting.kind(),
                                posting.number(),
                                posting.day().toString(),
                                posting.due().map(LocalDate::toString).orElse(""),
                                posting.customer(),
                                posting.currency(),
                                posting.category(),
                                posting.rate().toPlainString(),
                                amount(posting, posting.net()),
                                amount(posting, posting.tax()),
                                amount(posting, posting.gross()))));
    }

    private Stream<List<String>> journal(List<Posting> postings) {
        return Stream.concat(
                Stream.of(List.of("Date", "Document", "Account", "Text", "Debit", "Credit", "Currency")),
                postings.stream().flatMap(this::entries));
    }

    /** Both sides of a posting; they are equal. */
    private Stream<List<String>> entries(Posting posting) {
        BigDecimal gross = posting.gross();
        return Stream.of(
                        entry(posting, accounts.owed(posting), gross),
                        entry(posting, accounts.against(posting), posting.net().negate()),
                        entry(posting, accounts.tax(posting), posting.tax().negate()))
                .flatMap(row -> row);
    }

    private static Stream<List<String>> entry(Posting posting, String account, BigDecimal debit) {
        return debit.signum() == 0
                ? Stream.empty()
                : Stream.of(List.of(
                        posting.day().toString(),
                        posting.number(),
                        account,
                        posting.customer(),
                        debit.signum() > 0 ? amount(posting, debit) : "",
                        debit.signum() < 0 ? amount(posting, debit.negate()) : "",
                        posting.currency()));
    }

    private static Stream<List<String>> head(AccountingExport export) {
        return Stream.of(
                List.of(
                        "EXTF",
                        "700",
                        "21",
                        "Buchungsstapel",
                        "13",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        day(export.fromDay().withDayOfYear(1)),
                        "4",
                        day(export.fromDay()),
                        day(export.toDay())),
                List.of(
                        "Umsatz (ohne Soll/Haben-Kz)",
                        "Soll/Haben-Kennzeichen",
                        "WKZ Umsatz",
                        "Kurs",
                        "Basis-Umsatz",
                        "WKZ Basis-Umsatz",
                        "Konto",
                        "Gegenkonto (ohne BU-Schlüssel)",
                        "BU-Schlüssel",
                        "Belegdatum",
                        "Belegfeld 1",
                        "Belegfeld 2",
                        "Skonto",
                        "Buchungstext"));
    }

    private List<String> datev(Posting posting) {
        return List.of(
                amount(posting, posting.gross().abs()).replace('.', ','),
                posting.gross().signum() < 0 ? "H" : "S",
                posting.currency(),
                "",
                "",
                "",
                accounts.owed(posting),
                accounts.against(posting),
                "",
                DAY_AND_MONTH.format(posting.day()),
                posting.number(),
                "",
                "",
                posting.customer());
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static String amount(Posting posting, BigDecimal amount) {
        return amount.setScale(Money.decimals(posting.currency()), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
