package org.pipewright.billing.bankfiles;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads rows of tables that banks give out; columns are known by the names banks use for them. */
final class CsvColumns {

    private static final Set<String> DAY = Set.of(
            "bookingdate", "date", "bookedon", "buchungstag", "buchungsdatum", "buchung", "datum", "valutadatum");
    private static final Set<String> AMOUNT = Set.of("amount", "betrag", "umsatz", "betrageur", "betragineur");
    private static final Set<String> CURRENCY = Set.of("currency", "währung", "waehrung");
    private static final Set<String> PAYER = Set.of(
            "payer",
            "name",
            "counterparty",
            "partnername",
            "namezahlungsbeteiligter",
            "zahlungspflichtigerempfänger",
            "auftraggeberempfänger",
            "auftraggeberbegünstigter",
            "begünstigterzahlungspflichtiger",
            "beguenstigterzahlungspflichtiger",
            "zahlungspflichtiger");
    private static final Set<String> IBAN = Set.of(
            "iban", "payeriban", "partneriban", "counterpartyiban", "kontonummeriban", "ibanzahlungsbeteiligter");
    private static final Set<String> REFERENCE =
            Set.of("endtoendid", "endtoendreference", "kundenreferenz", "kundenreferenzendtoend", "creditorreference");
    private static final Set<String> TEXT = Set.of(
            "text",
            "purpose",
            "reference",
            "description",
            "details",
            "remittanceinformation",
            "verwendungszweck",
            "buchungstext");
    private static final Set<String> BANK_REFERENCE =
            Set.of("transactionid", "bankreference", "id", "bankreferenz", "umsatzid");
    private static final Set<String> ACCOUNT =
            Set.of("account", "accountiban", "auftragskonto", "ibanauftragskonto", "konto");

    private static final List<DateTimeFormatter> DAYS = Stream.of("uuuu-MM-dd", "dd.MM.uuuu", "dd.MM.uu", "dd/MM/uuuu")
            .map(DateTimeFormatter::ofPattern)
            .toList();

    private final String ownCurrency;

    CsvColumns(String ownCurrency) {
        this.ownCurrency = ownCurrency;
    }

    List<ReadEntry> entries(List<Map<String, String>> rows) {
        return rows.stream()
                .map(this::entry)
                .filter(entry -> entry.amount().signum() > 0)
                .toList();
    }

    private ReadEntry entry(Map<String, String> row) {
        BigDecimal amount = amount(cell(row, AMOUNT).orElseThrow(() -> new Unreadable("no-columns")));
        return new ReadEntry(
                cell(row, ACCOUNT).orElse(""),
                day(cell(row, DAY).orElseThrow(() -> new Unreadable("no-columns"))),
                amount.abs(),
                cell(row, CURRENCY).orElse(ownCurrency).toUpperCase(Locale.ROOT),
                amount.signum() < 0,
                cell(row, PAYER).orElse(""),
                cell(row, IBAN).orElse(""),
                cell(row, REFERENCE).orElse(""),
                cell(row, TEXT).orElse(""),
                cell(row, BANK_REFERENCE).orElse(""),
                false);
    }

    private static Optional<String> cell(Map<String, String> row, Set<String> names) {
        return row.entrySet().stream()
                .filter(cell ->
                        names.contains(cell.getKey().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "")))
                .map(cell -> cell.getValue().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The last of points and commas comes before the decimals. */
    static BigDecimal amount(String told) {
        String plain = told.replaceAll("[\\s'\u00a0\u202f]|EUR|€", "");
        int mark = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
        String whole = mark < 0 ? plain : plain.substring(0, mark).replaceAll("[.,]", "");
        try {
            return new BigDecimal(mark < 0 ? whole : whole + "." + plain.substring(mark + 1));
        } catch (NumberFormatException e) {
            throw new Unreadable("malformed");
        }
    }

    static LocalDate day(String told) {
        return DAYS.stream()
                .flatMap(format -> parsed(told, format).stream())
                .findFirst()
                .orElseThrow(() -> new Unreadable("malformed"));
    }

    private static Optional<LocalDate> parsed(String told, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(told, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
