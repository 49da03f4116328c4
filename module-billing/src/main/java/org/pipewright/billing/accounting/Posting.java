package org.pipewright.billing.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one tax of an invoice or credit note, a payment, a write-off, the fees of reminders or a difference of rates come to. Amounts are less
 * than zero where they lessen what the customer owes, or add to what is owed to a supplier.
 *
 * @param kind {@code INVOICE}, {@code CREDIT_NOTE}, {@code PAYMENT}, {@code WRITE_OFF}, {@code FEE}, {@code
 *     EXCHANGE_GAIN} or {@code EXCHANGE_LOSS}; of suppliers {@code
 *     SELF_BILLED_INVOICE}, {@code SELF_BILLED_CREDIT_NOTE} or {@code SUPPLIER_PAYMENT}
 * @param number of the document, or reference of the payment
 * @param due day on which it is due, of invoices
 * @param customer name of it, or of the supplier
 * @param category of the tax, empty for none
 * @param rate of the tax in percent
 */
record Posting(
        String kind,
        String number,
        LocalDate day,
        Optional<LocalDate> due,
        String customer,
        String currency,
        String category,
        BigDecimal rate,
        BigDecimal net,
        BigDecimal tax) {

    static final String PAYMENT = "PAYMENT";
    static final String WRITE_OFF = "WRITE_OFF";
    static final String FEE = "FEE";
    static final String EXCHANGE_GAIN = "EXCHANGE_GAIN";
    static final String EXCHANGE_LOSS = "EXCHANGE_LOSS";

    static final String SUPPLIER_PAYMENT = "SUPPLIER_PAYMENT";
    /** Start of the kinds of what the tenant writes in the name of suppliers. */
    static final String SELF_BILLED = "SELF_BILLED_";

    /** Whether a supplier gets it, and no customer owes it. */
    boolean isOfSupplier() {
        return kind.startsWith(SELF_BILLED) || kind.equals(SUPPLIER_PAYMENT);
    }

    BigDecimal gross() {
        return net.add(tax);
    }
}
