package org.pipewright.sales.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.sales.opportunities.Opportunity;

/**
 * Something a customer asked for, in the words it was asked for, which stay as they are when it turns out which product
 * it is (S-DEM-02, S-DEM-03, trap 18). How far it is met follows from the orders that are about it; while there is none,
 * somebody tells (S-DEM-06).
 */
@Entity
@Table(schema = "sales", name = "demand_line")
@RecordType(
        name = DemandLine.NAME,
        path = "demand-lines",
        title = "description",
        feature = DemandLine.FEATURE,
        partOf = "opportunity",
        columns = {
            "description",
            "product",
            "quantity",
            "amount",
            "comment",
            "offeredQuantity",
            "orderedQuantity",
            "fulfilment",
            "reason",
            "opportunity"
        },
        sort = "-createdAt",
        menu = "sales",
        order = 40,
        icon = "list-checks",
        views = {
            @BuiltInView(key = "unmet", filter = "fulfilment<100", sort = "-createdAt"),
            @BuiltInView(key = "lost", filter = "fulfilment<100;opportunity.closed==true"),
            @BuiltInView(key = "open", filter = "opportunity.outcome==IN_PROGRESS"),
            @BuiltInView(
                    key = "not-offered",
                    filter = "offeredQuantity=isnull=true;opportunity.outcome==IN_PROGRESS",
                    sort = "-createdAt")
        },
        reports =
                @Report(
                        key = "unmet",
                        filter = "fulfilment<100",
                        period = "createdAt",
                        by = {"reason", "opportunity.owner", "opportunity.kind", "product", "createdAt"},
                        figures = {
                            @Figure(key = "lines"),
                            @Figure(key = "asked", sum = "amount"),
                            @Figure(key = "unmet", sum = "unmetAmount"),
                            @Figure(key = "unpriced", filter = "amount=isnull=true")
                        }))
public class DemandLine extends PartRecord {

    public static final String NAME = "sales.demand-line";
    public static final String FEATURE = "sales.primary-demand";

    /** What is asked for; a change of it makes a new version of the demand. */
    static final Set<String> ASKED = Set.of("description", "product", "quantity", "amount", "comment");

    private static final int WHOLE = 100;

    @Field(required = true, format = Field.Format.MULTILINE, max = 4000, searchable = true)
    private String description;

    @Field(required = true, references = Opportunity.NAME)
    @Column(name = "opportunity_id")
    private UUID opportunity;

    @Field(references = "core.product", offered = "active==true")
    @Column(name = "product_id")
    private UUID product;

    @Field(from = 0, to = 1_000_000_000)
    private BigDecimal quantity;

    @Field(from = 0)
    @Embedded
    private Money amount;

    @Field(format = Field.Format.MULTILINE, max = 4000, searchable = true)
    private String comment;

    @Field(from = 0, to = 100)
    private Integer fulfilment;

    /** What somebody said, and says again as soon as no order is about it. */
    private int typedFulfilment;

    /** How much of it stands on a quote that is open or accepted; empty if it is not offered (S-DEM-09). */
    @Field(readOnly = true, feature = "sales.quotes")
    private BigDecimal offeredQuantity;

    @Field(readOnly = true, feature = "sales.quotes")
    @Embedded
    private Money offeredAmount;

    /** How much of it stands on orders; empty if none is about it. */
    @Field(readOnly = true, feature = "sales.orders")
    private BigDecimal orderedQuantity;

    @Field(readOnly = true, feature = "sales.orders")
    @Embedded
    private Money orderedAmount;

    @Field(readOnly = true, feature = "sales.orders")
    private BigDecimal deliveredQuantity;

    @Field(references = UnmetReason.NAME)
    @Column(name = "reason_id")
    private UUID reason;

    @Field(readOnly = true)
    @Embedded
    private Money unmetAmount;

    protected DemandLine() {}

    /** Is met that far because somebody said so; nothing of it until then. */
    void typed() {
        typedFulfilment = fulfilment == null ? 0 : fulfilment;
    }

    /** Is met as far as orders say, else as somebody said; what is not met is what its amount lacks (S-DEM-06). */
    void settle(boolean byDelivery) {
        fulfilment = isMatched()
                ? new Met(Optional.ofNullable(quantity), byDelivery ? deliveredQuantity : orderedQuantity).percent()
                : typedFulfilment;
        unmetAmount = amount().map(this::unmet).orElse(null);
    }

    /** Stands on that much of quotes, or on none. */
    public void offer(Optional<Portion> portion) {
        offeredQuantity = portion.map(Portion::quantity).orElse(null);
        offeredAmount = portion.flatMap(Portion::amount).orElse(null);
    }

    /** Stands on that much of orders, or on none. */
    public void order(Optional<Portion> portion) {
        orderedQuantity = portion.map(Portion::quantity).orElse(null);
        orderedAmount = portion.flatMap(Portion::amount).orElse(null);
        deliveredQuantity = portion.map(Portion::delivered).orElse(null);
    }

    /** Whether orders tell how far it is met. */
    boolean isMatched() {
        return orderedQuantity != null;
    }

    public boolean isOffered() {
        return offeredQuantity != null;
    }

    Optional<Money> offeredAmount() {
        return Optional.ofNullable(offeredAmount).filter(money -> money.amount() != null);
    }

    Optional<Money> orderedAmount() {
        return Optional.ofNullable(orderedAmount).filter(money -> money.amount() != null);
    }

    /** Is worth an amount in another currency from now on (S-CUR-07). */
    public void exchange(UnaryOperator<Money> into) {
        amount = amount().map(into).orElse(null);
    }

    private Money unmet(Money asked) {
        BigDecimal part = BigDecimal.valueOf((long) WHOLE - fulfilment).movePointLeft(2);
        return Money.rounded(asked.amount().multiply(part), asked.currency());
    }

    /** Another deal has yet to meet it. */
    @Override
    public void renew() {
        fulfilment = null;
        reason = null;
    }

    boolean isUnmet() {
        return fulfilment < WHOLE;
    }

    public UUID opportunity() {
        return opportunity;
    }

    public String description() {
        return description;
    }

    public Optional<UUID> product() {
        return Optional.ofNullable(product);
    }

    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    public Optional<Money> amount() {
        return Optional.ofNullable(amount).filter(money -> money.amount() != null);
    }

    String comment() {
        return comment;
    }

    int fulfilment() {
        return fulfilment;
    }

    UUID reason() {
        return reason;
    }
}
