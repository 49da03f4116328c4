package org.pipewright.billing.invoices;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.billing.einvoices.EInvoice.Allowance;
import org.pipewright.billing.einvoices.EInvoice.Contact;
import org.pipewright.billing.einvoices.EInvoice.Line;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoice.Payment;
import org.pipewright.billing.einvoices.EInvoice.Place;
import org.pipewright.billing.einvoices.EInvoice.Preceding;
import org.pipewright.billing.einvoices.EInvoice.Rate;
import org.pipewright.billing.einvoices.EInvoice.Totals;
import org.pipewright.billing.einvoices.EInvoice.Type;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.taxes.TaxRow;
import org.pipewright.platform.spi.tenants.Imprint;

/**
 * Everything that stands on an invoice at the moment of issue. Paper, e-invoice and record take their sums from the one
 * reckoning in it (S-EINV-05).
 *
 * @param account as REST shows it
 * @param preceding the invoice that it credits or corrects
 * @param terms name of the payment term
 * @param instalments in which it is due; none if all is due at once
 * @param discount what a discount is called
 */
record Sheet(
        Invoice invoice,
        List<InvoiceLine> lines,
        DocumentSums sums,
        Imprint imprint,
        JsonObject account,
        Optional<Invoice> preceding,
        String terms,
        List<Instalment> instalments,
        String discount) {

    /** Bank transfer inside the single euro payments area, by UNTDID 4461. */
    private static final String TRANSFER = "58";

    /** Digits of a price that is reckoned back from what the line comes to. */
    private static final int DIGITS = 8;

    private static final String MAIL = "EM";
    private static final String PIECE = "C62";

    /** Name and address of the customer, line by line. */
    List<String> recipient() {
        Optional<JsonObject> address = address();
        return Stream.of(
                        buyerName(),
                        part(address, "street"),
                        (part(address, "postalCode") + " " + part(address, "city")).strip(),
                        country(part(address, "country")))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String country(String code) {
        return code.isEmpty() || code.equals(imprint.country())
                ? ""
                : new Locale.Builder()
                        .setRegion(code)
                        .build()
                        .getDisplayCountry(invoice.language().locale());
    }

    /** Name and address of the organisation, line by line. */
    List<String> sender() {
        return Stream.of(
                        imprint.legalName(),
                        imprint.street(),
                        (imprint.postalCode() + " " + imprint.city()).strip(),
                        imprint.taxNumber(),
                        imprint.iban())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What the tax report takes from it (S-TAX-07). */
    List<TaxEntry> taxes() {
        List<TaxRow> rows = sums.taxes().rows();
        String country = part(address(), "country");
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new TaxEntry(invoice, i + 1, rows.get(i), country))
                .toList();
    }

    EInvoice eInvoice() {
        return new EInvoice(
                type(),
                invoice.number().orElse(""),
                invoice.issuedOn(),
                Optional.of(invoice.dueOn()),
                invoice.deliveredOn(),
                deliveredTo(),
                invoice.currency(),
                invoice.buyerReference(),
                invoice.orderReference(),
                invoice.note(),
                preceding.map(other -> new Preceding(other.number().orElse(""), other.issuedOn())),
                seller(),
                buyer(),
                new Payment(
                        imprint.iban().isEmpty() ? "" : TRANSFER, plain(imprint.iban()), plain(imprint.bic()), terms),
                IntStream.range(0, lines.size()).mapToObj(this::line).toList(),
                sums.taxes().rows().stream()
                        .filter(row -> row.discount().signum() != 0)
                        .map(row -> new Allowance(row.discount(), discount, rate(row.tax())))
                        .toList(),
                sums.taxes().rows().stream()
                        .map(row -> new EInvoice.Tax(
                                rate(row.tax()),
                                row.base(),
                                row.amount(),
                                row.tax().exemption().orElse("")))
                        .toList(),
                new Totals(
                        sums.lines(),
                        sums.discount(),
                        sums.net(),
                        sums.tax(),
                        sums.total(),
                        BigDecimal.ZERO,
                        sums.rounding(),
                        sums.payable()));
    }

    private Type type() {
        if (invoice.isCreditNote()) {
            return Type.CREDIT_NOTE;
        }
        return invoice.isCorrection() ? Type.CORRECTED : Type.INVOICE;
    }

    private Optional<Place> deliveredTo() {
        Optional<JsonObject> address = address();
        return lines.stream().anyMatch(line -> line.tax().category() == TaxCategory.K)
                ? Optional.of(new Place(part(address, "postalCode"), part(address, "city"), part(address, "country")))
                : Optional.empty();
    }

    /** Where prices are without tax, the line says price and discount; else the price is what one comes to. */
    private Line line(int index) {
        InvoiceLine line = lines.get(index);
        BigDecimal net = sums.items().get(index);
        BigDecimal quantity = line.quantity();
        boolean plain = invoice.reckoning().prices() == PriceBasis.NET;
        BigDecimal price = plain ? line.unitPrice().orElse(BigDecimal.ZERO) : withoutTax(line, net);
        BigDecimal whole =
                Money.rounded(quantity.multiply(price), invoice.currency()).amount();
        return new Line(
                line.description().orElse(""),
                line.details().orElse(""),
                quantity,
                line.unit().orElse(PIECE),
                price.stripTrailingZeros(),
                plain ? whole.subtract(net) : BigDecimal.ZERO,
                net,
                rate(line.tax()));
    }

    /** What one costs: by what all come to, or by its price where there is none of it. */
    private static BigDecimal withoutTax(InvoiceLine line, BigDecimal net) {
        return line.quantity().signum() == 0
                ? line.unitPrice()
                        .orElse(BigDecimal.ZERO)
                        .divide(BigDecimal.ONE.add(line.tax().share()), DIGITS, RoundingMode.HALF_UP)
                : net.divide(line.quantity(), DIGITS, RoundingMode.HALF_UP);
    }

    static Rate rate(Tax tax) {
        return new Rate(
                tax.category().name(), tax.category() == TaxCategory.O ? Optional.empty() : Optional.of(tax.rate()));
    }

    private Party seller() {
        boolean vat = isVat(imprint.taxNumber());
        return new Party(
                imprint.legalName(),
                imprint.street(),
                imprint.postalCode(),
                imprint.city(),
                imprint.country(),
                vat ? plain(imprint.taxNumber()) : "",
                vat ? "" : imprint.taxNumber(),
                imprint.registrationNumber(),
                imprint.email(),
                MAIL,
                new Contact(imprint.legalName(), imprint.phone(), imprint.email()));
    }

    private Party buyer() {
        Optional<JsonObject> address = address();
        String number = text(account, "taxNumber");
        return new Party(
                buyerName(),
                part(address, "street"),
                part(address, "postalCode"),
                part(address, "city"),
                part(address, "country"),
                isVat(number) ? plain(number) : "",
                "",
                "",
                mail(),
                MAIL,
                new Contact("", "", ""));
    }

    private static boolean isVat(String number) {
        return number.length() > 2 && number.substring(0, 2).chars().allMatch(Character::isUpperCase);
    }

    private static String plain(String number) {
        return number.replace(" ", "");
    }

    private String buyerName() {
        String legal = text(account, "legalName");
        return legal.isEmpty() ? text(account, "name") : legal;
    }

    private String mail() {
        return first("emails").map(mail -> text(mail, "value")).orElse("");
    }

    private Optional<JsonObject> address() {
        return first("addresses");
    }

    /** The first one is the primary. */
    private Optional<JsonObject> first(String points) {
        return account.isNull(points)
                ? Optional.empty()
                : account.getJsonArray(points).getValuesAs(JsonObject.class).stream()
                        .sorted((one, other) ->
                                Boolean.compare(other.getBoolean("primary", false), one.getBoolean("primary", false)))
                        .findFirst();
    }

    private static String part(Optional<JsonObject> address, String name) {
        return address.map(found -> text(found, name)).orElse("");
    }

    private static String text(JsonObject object, String name) {
        return object.containsKey(name) && !object.isNull(name) ? object.getString(name) : "";
    }
}
