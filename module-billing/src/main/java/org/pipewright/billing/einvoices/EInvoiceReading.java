package org.pipewright.billing.einvoices;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.pipewright.billing.xml.XmlElement;

/**
 * Reads e-invoices that others wrote (S-EINV-07): what people read of one, not all that the norm knows. Nothing is reckoned
 * or put right; what is not told stays empty, or zero.
 */
public final class EInvoiceReading {

    private EInvoiceReading() {}

    /** The e-invoice; nothing if the file is none, in neither form, or cannot be understood. */
    public static Optional<EInvoice> of(byte[] xml) {
        try {
            return XmlElement.root(xml).flatMap(EInvoiceReading::of);
        } catch (DateTimeException | NumberFormatException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static Optional<EInvoice> of(XmlElement root) {
        return switch (root.name()) {
            case "Invoice", "CreditNote" -> Optional.of(new UblReading(root).invoice());
            case "CrossIndustryInvoice" -> Optional.of(new CiiReading(root).invoice());
            default -> Optional.empty();
        };
    }

    static String text(XmlElement from, String... path) {
        return from.text(path).orElse("");
    }

    static Optional<BigDecimal> number(XmlElement from, String... path) {
        return from.at(path).findFirst().map(XmlElement::number);
    }

    static BigDecimal amount(XmlElement from, String... path) {
        return number(from, path).orElse(BigDecimal.ZERO);
    }

    /** In the form of ISO 8601, with or without a zone. */
    static Optional<LocalDate> day(XmlElement from, String... path) {
        return from.text(path).map(day -> LocalDate.parse(day.substring(0, Math.min(day.length(), 10))));
    }
}
