package org.pipewright.sales.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** How much of a line went out on a day (S-ORD-05). */
@Entity
@Table(schema = "sales", name = "delivery")
@RecordType(
        name = Delivery.NAME,
        path = "deliveries",
        title = "note",
        feature = Order.FEATURE,
        partOf = "salesOrder",
        columns = {"deliveredOn", "line", "quantity", "note"},
        sort = "deliveredOn",
        icon = "package")
public class Delivery extends PartRecord {

    static final String NAME = "sales.delivery";

    @Field
    private LocalDate deliveredOn;

    @Field(required = true, references = Order.NAME)
    @Column(name = "order_id")
    private UUID salesOrder;

    @Field(required = true, references = OrderLine.NAME, offered = "salesOrder=={salesOrder}")
    @Column(name = "line_id")
    private UUID line;

    @Field(required = true, from = 0, to = 1_000_000_000)
    private BigDecimal quantity;

    @Field
    private String note;

    protected Delivery() {}

    /** What is left of a line. */
    Delivery(OrderLine line, LocalDate on, int place) {
        this.salesOrder = line.document();
        this.line = line.id();
        this.quantity = line.quantity().subtract(line.delivered());
        this.deliveredOn = on;
        standAt(place);
    }

    void fillGaps(LocalDate today) {
        deliveredOn = deliveredOn == null ? today : deliveredOn;
    }

    UUID order() {
        return salesOrder;
    }

    UUID line() {
        return line;
    }

    LocalDate deliveredOn() {
        return deliveredOn;
    }

    BigDecimal quantity() {
        return quantity;
    }
}
