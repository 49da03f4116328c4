package org.pipewright.sales.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.pipewright.platform.spi.documents.DocumentRecord;
import org.pipewright.platform.spi.documents.InvoicePolicy;
import org.pipewright.platform.spi.documents.InvoicedPart;
import org.pipewright.platform.spi.documents.InvoicedPart.Extent;
import org.pipewright.platform.spi.documents.OrderInvoices;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.texts.Language;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.quotes.Quote;

/**
 * What a customer has ordered (S-ORD-01). A draft is confirmed, then delivered line by line; what was delivered decides
 * whether it is in fulfilment or fulfilled. When it is changed after that it stays the same record, to which deliveries
 * and invoices belong; what it was until then becomes a record of its own (S-ORD-07).
 */
@Entity(name = "CustomerOrder")
@Table(schema = "sales", name = "customer_order")
@RecordType(
        name = Order.NAME,
        path = "orders",
        title = "name",
        revises = "revises",
        feature = Order.FEATURE,
        columns = {"name", "number", "account", "total", "status", "percentDelivered", "invoicing", "orderedOn", "owner"
        },
        sort = "-createdAt",
        open = "status=in=(DRAFT,CONFIRMED,IN_FULFILMENT,CHANGING)",
        menu = "sales",
        order = 45,
        icon = "package",
        activities = true,
        through = "opportunity.customer",
        settledOn = "confirmedOn",
        views = {
            @BuiltInView(key = "open", filter = "status=in=(DRAFT,CONFIRMED,IN_FULFILMENT,CHANGING)"),
            @BuiltInView(key = "mine", filter = "owner==me;status=in=(DRAFT,CONFIRMED,IN_FULFILMENT,CHANGING)")
        })
public class Order extends DocumentRecord {

    public static final String NAME = "sales.order";
    public static final String FEATURE = "sales.orders";
    /** What is ordered stays until it is cancelled, and with it whom and what it is for (S-OPP-27). */
    private static final String NOT_OVER = "status=out=(CANCELLED,SUPERSEDED)";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Field(required = true, searchable = true)
    private String name;

    /** By which a draft is told from others while it has no number (S-NUM-03). */
    @Field(reckonedBy = "sales.draft_id(id, number)")
    @Transient
    private String draftId;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private OrderStatus status = OrderStatus.DRAFT;

    @Field(required = true, references = "core.account", keeps = NOT_OVER)
    @Column(name = "account_id")
    private UUID account;

    @Field(references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(references = Opportunity.NAME, keeps = NOT_OVER)
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

    /** Of its paper: that of the contact unless told otherwise (S-QUO-14). */
    @Field(group = "delivery", format = Field.Format.LANGUAGE)
    private String language;

    /** Days after the invoice by which it is to be paid. */
    @Field(group = "delivery", from = 0, to = 365)
    private Integer paymentDays;

    /** When its lines may be invoiced (C10); as the tenant has it unless told otherwise. */
    @Field(group = "delivery", feature = OrderInvoices.FEATURE)
    @Enumerated(EnumType.STRING)
    private InvoicePolicy invoiceOn;

    /** For colleagues; never on anything the customer sees. */
    @Field(group = "delivery", format = Field.Format.MULTILINE, max = 4000)
    private String note;

    @Field(readOnly = true, group = "progress")
    private int revision = 1;

    /** What it was before it was last changed. */
    @Field(readOnly = true, references = Order.NAME, group = "progress")
    @Column(name = "revises_id")
    private UUID revises;

    @Field(readOnly = true, group = "progress")
    private Instant confirmedAt;

    /** When it was confirmed first, by whose rate it is worth what it is in the tenant's currency (S-CUR-05). */
    @Field(readOnly = true, group = "progress")
    private LocalDate confirmedOn;

    /** When its confirmation was last mailed. */
    @Field(readOnly = true, group = "progress")
    private Instant sentAt;

    @Field(readOnly = true, group = "progress", max = 320)
    private String sentTo;

    @Field(readOnly = true, group = "progress", format = Field.Format.MULTILINE, max = 4000)
    private String cancelReason;

    @Field(readOnly = true, group = "progress", feature = OrderInvoices.FEATURE)
    @Enumerated(EnumType.STRING)
    private Extent invoicing = Extent.NOT;

    /** With tax, less what was credited. */
    @Field(readOnly = true, group = "progress", feature = OrderInvoices.FEATURE)
    @Embedded
    private Money invoiced;

    /** What speaks against delivering to the customer on credit (S-ORD-11). */
    @Field(readOnly = true, group = "progress", max = 1000, feature = OrderInvoices.FEATURE)
    private String creditWarning;

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
        paymentDays = accepted.paymentDays().orElse(null);
        language = accepted.language().code();
        reckonLike(accepted);
        assignTo(accepted.owner(), accepted.team());
    }

    /** A copy of it as it is, which stays so: but for its quote and how far it got, which belong to what follows. */
    Order kept() {
        Order kept = new Order();
        kept.name = name;
        kept.account = account;
        kept.contact = contact;
        kept.opportunity = opportunity;
        kept.orderedOn = orderedOn;
        kept.deliveryOn = deliveryOn;
        kept.billingAddress = billingAddress;
        kept.customerReference = customerReference;
        kept.deliveryTerms = deliveryTerms;
        kept.provisioning = provisioning;
        kept.language = language;
        kept.paymentDays = paymentDays;
        kept.invoiceOn = invoiceOn;
        kept.note = note;
        kept.confirmedAt = confirmedAt;
        kept.confirmedOn = confirmedOn;
        kept.revision = revision;
        kept.revises = revises;
        kept.status = OrderStatus.SUPERSEDED;
        kept.movedNow = true;
        kept.reckonLike(this);
        kept.numbered(number().orElseThrow() + "-" + revision);
        kept.assignTo(owner(), team());
        return kept;
    }

    /** Is written anew; that is what it was (S-ORD-07). */
    void change(UUID former) {
        go(OrderStatus.CHANGING);
        revises = former;
        revision++;
    }

    /** Gives what nobody entered. */
    void fillGaps(LocalDate today) {
        orderedOn = orderedOn == null ? today : orderedOn;
        provisioning = provisioning == null ? Provisioning.NONE : provisioning;
    }

    /** Is in that language unless told otherwise. */
    void speak(Supplier<Language> usual) {
        language = language == null ? usual.get().code() : language;
    }

    /** Is invoiced so unless told otherwise. */
    void invoicedOn(Supplier<InvoicePolicy> usual) {
        invoiceOn = invoiceOn == null ? usual.get() : invoiceOn;
    }

    private void go(OrderStatus next) {
        if (!status.leadsTo(next)) {
            throw new IllegalStateException(status + " does not lead to " + next);
        }
        status = next;
        movedNow = true;
    }

    void confirm(Instant at, LocalDate today) {
        go(OrderStatus.CONFIRMED);
        confirmedAt = at;
        confirmedOn = confirmedOn == null ? today : confirmedOn;
    }

    /** Goes out to the customer as paper. */
    void send(Instant at, String to) {
        sentAt = at;
        sentTo = to;
        movedNow = true;
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

    /** Is invoiced that far (S-ORD-09). */
    void invoice(InvoicedPart part) {
        invoicing = part.extent();
        invoiced = part.total();
        movedNow = true;
    }

    boolean isInvoiced(InvoicedPart part) {
        BigDecimal now = invoiced == null ? BigDecimal.ZERO : invoiced.amount();
        return invoicing == part.extent() && now.compareTo(part.total().amount()) == 0;
    }

    Extent invoicing() {
        return invoicing;
    }

    /** Whether it comes to more than that one did. */
    boolean isDearerThan(Optional<Order> former) {
        return former.map(Order::total)
                .filter(before -> before.amount().compareTo(total().amount()) >= 0)
                .isEmpty();
    }

    /** Whether more of it is invoiced than it comes to. */
    boolean isOverInvoiced() {
        return invoiced != null
                && invoiced.amount() != null
                && invoiced.amount().compareTo(total().amount()) > 0;
    }

    void warn(Optional<String> words) {
        creditWarning = words.orElse(null);
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

    @Override
    public Set<String> taxDayFields() {
        return status == OrderStatus.DRAFT || status == OrderStatus.CHANGING
                ? Set.of("deliveryOn", "orderedOn")
                : Set.of();
    }

    public OrderStatus status() {
        return status;
    }

    public Optional<UUID> opportunity() {
        return Optional.ofNullable(opportunity);
    }

    Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    LocalDate orderedOn() {
        return orderedOn;
    }

    Optional<LocalDate> deliveryOn() {
        return Optional.ofNullable(deliveryOn);
    }

    Optional<String> billingAddress() {
        return Optional.ofNullable(billingAddress).filter(text -> !text.isBlank());
    }

    InvoicePolicy invoiceOn() {
        return invoiceOn == null ? InvoicePolicy.ORDER : invoiceOn;
    }

    Optional<Integer> paymentDays() {
        return Optional.ofNullable(paymentDays);
    }

    Optional<String> customerReference() {
        return Optional.ofNullable(customerReference);
    }

    String deliveryTerms() {
        return deliveryTerms == null ? "" : deliveryTerms;
    }

    Language language() {
        return Language.of(language);
    }

    Optional<String> sentTo() {
        return Optional.ofNullable(sentTo);
    }

    Optional<UUID> revises() {
        return Optional.ofNullable(revises);
    }

    Optional<UUID> quote() {
        return Optional.ofNullable(quote);
    }

    String name() {
        return name;
    }
}
