package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order that can be invoiced.
 *
 * @param document with account, currency, discount and sums
 * @param title its number, as customers know it
 * @param contact at the customer, if one is named
 * @param reference the customer's own number of the order, BT-13
 * @param terms what was agreed on about its invoices
 * @param items its lines in their order
 */
public record BillableOrder(
        DocumentRecord document,
        String title,
        Optional<UUID> contact,
        Optional<String> reference,
        Terms terms,
        List<Item> items) {

    /**
     * Where invoices go, within how many days they are paid, and when there is one.
     *
     * @param address as somebody wrote it, line by line, if it is another than that of the account
     * @param paymentDays after the day of issue, if that was agreed on
     * @param policy when its lines may be invoiced
     */
    public record Terms(Optional<String> address, Optional<Integer> paymentDays, InvoicePolicy policy) {}

    /**
     * A line.
     *
     * @param delivered how much of it has gone out
     * @param lastDelivery the day on which something of it went out last
     */
    public record Item(DocumentLine line, BigDecimal delivered, Optional<LocalDate> lastDelivery) {}
}
