package org.pipewright.sales.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentRecord;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.quotes.Quote;

/**
 * What a customer has ordered (S-ORD-01). A draft is confirmed, then delivered line by line; what was delivered decides
 * whether it is in fulfilment or fulfilled.
 */
@Entity(name = "CustomerOrder")
@Table(schema = "sales", name = "customer_order")
@RecordType(
        name = Order.NAME,
        path = "orders",
        title = "name",
        feature = Order.FEATURE,
        columns = {"name", "number", "account", "total", "status", "percentDelivered", "orderedOn", "owner"},
        sort = "-createdAt",
        open = "status=in=(DRAFT,CONFIRMED,IN_FULFILMENT)",
        menu = "sales",
        order = 45,
        icon = "package",
        activities = true,
        views = {
            @BuiltInView(key = "open", filter = "status=in=(DRAFT,CONFIRMED,IN_FULFILMENT)"),
            @BuiltInView(key = "mine", filter = "owner==me;status=in=(DRAFT,CONFIRMED,IN_FULFILMENT)")
        })
public class Order extends DocumentRecord {

    public static final String NAME = "sales.order";
    public static final String FEATURE = "sales.orders";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Field(required = true, searchable = true)
    private String name;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private OrderStatus status = OrderStatus.DRAFT;

    @Field(required = true, references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    @Field(references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(references = Opportunity.NAME)
    @Column(name = "opportunity_id")
    private UUID opportunity;

    /** Version of the quote that was accepted (S-QUO-15). */
    @Field(readOnly = true, references = Quote.NAME)
    @Column(name = "quote_id")
    private UUID quote;

    @Field
    private LocalDate orderedOn;

    @Field
    private LocalDate deliveryOn;

    @Field(readOnly = true)
    private BigDecimal percentDelivered;

    @Field(group = "delivery", format = Field.Format.MULTILINE, max = 1000)
    private String billingAddress;

    @Field(group = "delivery", max = 100)
    private String customerReference;

    @Field(group = "delivery", format = Field.Format.MULTILINE, max = 4000)
    private String deliveryTerms;

    @Field(group = "delivery")
    @Enumerated(EnumType.STRING)
    private Provisioning provisioning = Provisioning.NONE;

    /** For colleagues; never on anything the customer sees. */
    @Field(group = "delivery", format = Field.Format.MULTILINE, max = 4000)
    private String note;

    @Field(readOnly = true, group = "progress")
    private Instant confirmedAt;

    @Field(readOnly = true, group = "progress", format = Field.Format.MULTILINE, max = 4000)
    private String cancelReason;

    @Transient
    private boolean movedNow;

    protected Order() {}

    /** What was accepted. */
    Order(Quote accepted, LocalDate today) {
        name = accepted.name();
        account = accepted.account().orElseThrow();
        contact = accepted.contact().orElse(null);
        opportunity = accepted.opportunity().orElse(null);
        quote = accepted.id();
        orderedOn = today;
        deliveryOn = accepted.deliveryOn().orElse(null);
        reckonLike(accepted);
        assignTo(accepted.owner(), accepted.team());
    }

    /** Gives what nobody entered. */
    void fillGaps(LocalDate today) {
        orderedOn = orderedOn == null ? today : orderedOn;
        provisioning = provisioning == null ? Provisioning.NONE : provisioning;
    }

    private void go(OrderStatus next) {
        if (!status.leadsTo(next)) {
            throw new IllegalStateException(status + " does not lead to " + next);
        }
        status = next;
        movedNow = true;
    }

    void confirm(Instant at) {
        go(OrderStatus.CONFIRMED);
        confirmedAt = at;
    }

    void cancel(String reason) {
        go(OrderStatus.CANCELLED);
        cancelReason = reason;
    }

    /** Is as far as its lines are delivered (S-ORD-05). */
    void delivered(List<OrderLine> lines) {
        BigDecimal asked = sum(lines.stream().map(OrderLine::quantity).toList());
        BigDecimal gone = sum(lines.stream().map(OrderLine::delivered).toList());
        percentDelivered =
                asked.signum() == 0 ? BigDecimal.ZERO : gone.multiply(HUNDRED).divide(asked, 2, RoundingMode.HALF_UP);
        boolean all = asked.signum() != 0 && lines.stream().allMatch(OrderLine::isDelivered);
        OrderStatus next =
                all ? OrderStatus.FULFILLED : gone.signum() == 0 ? OrderStatus.CONFIRMED : OrderStatus.IN_FULFILMENT;
        if (status != next) {
            go(next);
        }
        movedNow = true;
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isMovedNow() {
        return movedNow;
    }

    @Override
    public Optional<UUID> account() {
        return Optional.ofNullable(account);
    }

    @Override
    public Optional<LocalDate> taxDay() {
        return Optional.ofNullable(deliveryOn).or(() -> Optional.ofNullable(orderedOn));
    }

    public OrderStatus status() {
        return status;
    }

    Optional<UUID> opportunity() {
        return Optional.ofNullable(opportunity);
    }

    Optional<UUID> quote() {
        return Optional.ofNullable(quote);
    }

    String name() {
        return name;
    }
}
