package org.pipewright.platform.spi.documents;

import java.util.Optional;
import java.util.UUID;

/**
 * Orders that customers are invoiced for: a CDI bean of the module that has them. Without one, invoices are written by
 * hand alone. Called inside a transaction with the tenant bound (S-INV-02, S-ORD-09).
 */
public interface BillableOrders {

    /** Record type of orders. Fields of any module may refer to it; without the {@link #FEATURE} they are absent. */
    String RECORD_TYPE = "sales.order";

    /** Feature of orders. */
    String FEATURE = "sales.orders";

    /** The order as it stands, locked until the transaction ends; empty if it is not one to be invoiced now. */
    Optional<BillableOrder> locked(UUID order);

    /** Keeps with the order and its lines how much of them is invoiced. */
    void invoiced(UUID order, InvoicedPart part);
}
