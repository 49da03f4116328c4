package org.pipewright.sales.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.quotes.QuoteLine;

/** A line of an order, and how much of it is delivered. */
@Entity
@Table(schema = "sales", name = "order_line")
@RecordType(
        name = OrderLine.NAME,
        path = "order-lines",
        title = "description",
        feature = Order.FEATURE,
        partOf = "salesOrder",
        columns = {"description", "quantity", "delivered", "unit", "unitPrice", "discount", "taxCode", "amount"},
        sort = "-createdAt",
        icon = "package")
public class OrderLine extends DocumentLine {

    static final String NAME = "sales.order-line";

    @Field(required = true, references = Order.NAME)
    @Column(name = "order_id")
    private UUID salesOrder;

    @Field(readOnly = true)
    private BigDecimal delivered = BigDecimal.ZERO;

    protected OrderLine() {}

    /** What the line of the accepted quote says (S-ORD-03). */
    OrderLine(UUID order, QuoteLine accepted) {
        this.salesOrder = order;
        copy(accepted);
    }

    @Override
    public UUID document() {
        return salesOrder;
    }

    BigDecimal delivered() {
        return delivered == null ? BigDecimal.ZERO : delivered;
    }

    void deliver(BigDecimal inAll) {
        delivered = inAll;
    }

    boolean isDelivered() {
        return delivered().compareTo(quantity()) >= 0;
    }
}
