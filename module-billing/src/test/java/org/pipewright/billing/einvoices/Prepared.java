package org.pipewright.billing.einvoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.billing.einvoices.EInvoice.Allowance;
import org.pipewright.billing.einvoices.EInvoice.Contact;
import org.pipewright.billing.einvoices.EInvoice.Line;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoice.Payment;
import org.pipewright.billing.einvoices.EInvoice.Place;
import org.pipewright.billing.einvoices.EInvoice.Preceding;
import org.pipewright.billing.einvoices.EInvoice.Rate;
import org.pipewright.billing.einvoices.EInvoice.Tax;
import org.pipewright.billing.einvoices.EInvoice.Totals;
import org.pipewright.billing.einvoices.EInvoice.Type;

/** Prepares invoices for the tests: lines are told, sums follow. */
final class Prepared {

    static final Contact CONTACT = new Contact("Anna Admin", "+49 30 1234567", "anna@acme.example");
    static final Party SELLER = new Party(
            "Acme Inc",
            "Chausseestraße 1",
            "10115",
            "Berlin",
            "DE",
            "DE123456789",
            "",
            "",
            "billing@acme.example",
            "EM",
            CONTACT);
    static final Party BUYER = new Party(
            "Engines Ltd",
            "Rue de la Paix 2",
            "75002",
            "Paris",
            "FR",
            "FR12345678901",
            "",
            "",
            "ap@engines.example",
            "EM",
            new Contact("", "", ""));

    private static final Map<String, String> EXEMPTIONS = Map.of(
            "E", "Exempt by section 4",
            "AE", "Reverse charge",
            "K", "Intra-Community supply",
            "G", "Export outside the EU",
            "O", "Not subject to VAT");

    private final List<Line> lines = new ArrayList<>();
    private final List<Allowance> allowances = new ArrayList<>();
    private Type type = Type.INVOICE;
    private String currency = "EUR";
    private String reference = "04011000-12345-34";
    private Party seller = SELLER;
    private Party buyer = BUYER;
    private BigDecimal prepaid = BigDecimal.ZERO;

    static Prepared invoice() {
        return new Prepared();
    }

    static Prepared creditNote() {
        Prepared prepared = new Prepared();
        prepared.type = Type.CREDIT_NOTE;
        return prepared;
    }

    Prepared of(Type wanted) {
        type = wanted;
        return this;
    }

    Prepared in(String wanted) {
        currency = wanted;
        return this;
    }

    Prepared by(Party party) {
        seller = party;
        return this;
    }

    Prepared to(Party party) {
        buyer = party;
        return this;
    }

    Prepared withoutReference() {
        reference = "";
        return this;
    }

    Prepared prepaid(String amount) {
        prepaid = new BigDecimal(amount);
        return this;
    }

    Prepared line(String quantity, String price, String category, String rate) {
        return line(quantity, price, "0", "C62", category, rate);
    }

    Prepared line(String quantity, String price, String percentOff, String unit, String category, String rate) {
        BigDecimal whole = rounded(new BigDecimal(quantity).multiply(new BigDecimal(price)));
        BigDecimal off = rounded(whole.multiply(new BigDecimal(percentOff)).movePointLeft(2));
        lines.add(new Line(
                "Item " + (lines.size() + 1),
                "",
                new BigDecimal(quantity),
                unit,
                new BigDecimal(price),
                off,
                whole.subtract(off),
                rate(category, rate)));
        return this;
    }

    Prepared allowance(String amount, String category, String rate) {
        allowances.add(new Allowance(new BigDecimal(amount), "Discount", rate(category, rate)));
        return this;
    }

    static Rate rate(String category, String rate) {
        return new Rate(category, rate.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(rate)));
    }

    private BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(Currency.getInstance(currency).getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    EInvoice made() {
        Map<Rate, BigDecimal> bases = new LinkedHashMap<>();
        lines.forEach(line -> bases.merge(line.tax(), line.net(), BigDecimal::add));
        allowances.forEach(each -> bases.merge(each.tax(), each.amount().negate(), BigDecimal::add));
        List<Tax> taxes = bases.entrySet().stream()
                .map(entry -> tax(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(each -> each.tax().category()))
                .toList();
        BigDecimal sum = lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off = allowances.stream().map(Allowance::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tax = taxes.stream().map(Tax::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gross = sum.subtract(off).add(tax);
        Totals totals =
                new Totals(sum, off, sum.subtract(off), tax, gross, prepaid, BigDecimal.ZERO, gross.subtract(prepaid));
        return new EInvoice(
                type,
                "INV-2025-102",
                LocalDate.of(2025, 5, 6),
                Optional.of(LocalDate.of(2025, 6, 5)),
                Optional.of(LocalDate.of(2025, 5, 2)),
                Optional.of(new Place(buyer.postalCode(), buyer.city(), buyer.country())),
                currency,
                reference,
                "PO-77",
                "Thank you",
                type == Type.INVOICE || type == Type.SELF_BILLED
                        ? Optional.empty()
                        : Optional.of(new Preceding("INV-2025-101", LocalDate.of(2025, 4, 1))),
                seller,
                buyer,
                new Payment("58", "DE89370400440532013000", "COBADEFFXXX", "Within 30 days"),
                List.copyOf(lines),
                List.copyOf(allowances),
                taxes,
                totals);
    }

    private Tax tax(Rate rate, BigDecimal base) {
        BigDecimal amount =
                rounded(base.multiply(rate.rate().orElse(BigDecimal.ZERO)).movePointLeft(2));
        return new Tax(rate, base, amount, EXEMPTIONS.getOrDefault(rate.category(), ""));
    }
}
