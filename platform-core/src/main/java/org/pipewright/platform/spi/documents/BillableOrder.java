package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
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
 * @param items its lines in their order
 */
public record BillableOrder(
        DocumentRecord document, String title, Optional<UUID> contact, Optional<String> reference, List<Item> items) {

    /**
     * A line.
     *
     * @param delivered how much of it has gone out
     */
    public record Item(DocumentLine line, BigDecimal delivered) {}
}
