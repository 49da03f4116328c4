package org.pipewright.sales.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.OrderInvoices;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.demand.DemandLine;
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
        essential = true,
        columns = {
            "description",
            "quantity",
            "delivered",
            "invoiced",
            "unit",
            "unitPrice",
            "discount",
            "taxCode",
            "amount",
            "demandLine"
        },
        sort = "-createdAt",
        icon = "package")
public class OrderLine extends DocumentLine {

    static final String NAME = "sales.order-line";

    @Field(required = true, references = Order.NAME)
    @Column(name = "order_id")
    private UUID salesOrder;

    /** What the customer asked for that it answers (S-DEM-06). */
    @Field(references = DemandLine.NAME, feature = DemandLine.FEATURE)
    @Column(name = "demand_line_id")
    private UUID demandLine;

    @Field(readOnly = true)
    private BigDecimal delivered = BigDecimal.ZERO;

    /** By what was issued, less what was credited. */
    @Field(readOnly = true, feature = OrderInvoices.FEATURE)
    private BigDecimal invoiced = BigDecimal.ZERO;

    @Transient
    private boolean renewed;

    protected OrderLine() {}

    /** What the line of the accepted quote says (S-ORD-03). */
    OrderLine(UUID order, QuoteLine accepted) {
        this.salesOrder = order;
        copy(accepted);
        demandLine = accepted.demandLine().orElse(null);
        renewed = true;
    }

    @Override
    public void renew() {
        renewed = true;
    }

    /** Whether it was made like another line. */
    boolean isRenewed() {
        return renewed;
    }

    public Optional<UUID> demandLine() {
        return Optional.ofNullable(demandLine);
    }

    /** Answers nothing that was asked for any more. */
    public void forgetDemand() {
        demandLine = null;
    }

    @Override
    public UUID document() {
        return salesOrder;
    }

    public BigDecimal delivered() {
        return delivered == null ? BigDecimal.ZERO : delivered;
    }

    void deliver(BigDecimal inAll) {
        delivered = inAll;
    }

    boolean isDelivered() {
        return delivered().compareTo(quantity()) >= 0;
    }

    /** How much of it must stay because it is invoiced (S-ORD-07). */
    BigDecimal invoiced() {
        return invoiced == null ? BigDecimal.ZERO : invoiced;
    }

    void invoice(BigDecimal inAll) {
        invoiced = inAll;
    }

    /** Whether more of it was delivered than is invoiced. */
    boolean awaitsInvoice() {
        return delivered().compareTo(invoiced()) > 0;
    }
}
