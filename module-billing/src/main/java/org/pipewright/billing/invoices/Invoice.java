package org.pipewright.billing.invoices;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.invoices.PeriodInvoices.Period;
import org.pipewright.billing.invoices.PeriodInvoices.Terms;
import org.pipewright.billing.sheets.IssuedPapers.Filed;
import org.pipewright.platform.spi.documents.BillableOrder;
import org.pipewright.platform.spi.documents.BillableOrders;
import org.pipewright.platform.spi.documents.Discount;
import org.pipewright.platform.spi.documents.DocumentRecord;
import org.pipewright.platform.spi.documents.EInvoiceForm;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.papers.Papers.Kept;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.platform.spi.texts.Language;

/**
 * What a customer owes, or with a credit note gets back. A draft is written like any record; once issued it has its
 * number and never changes again, but for what is paid on it (S-INV-01, S-INV-04).
 */
@Entity
@Table(schema = "billing", name = "invoice")
@RecordType(
        name = Invoice.NAME,
        path = "invoices",
        title = "name",
        feature = "billing.invoices",
        columns = {"name", "account", "payable", "status", "paymentStatus", "open", "dueOn", "issuedOn", "kind"},
        sort = "-createdAt",
        open = "status==DRAFT",
        menu = "billing",
        order = 10,
        icon = "file-text",
        importable = false,
        through = "salesOrder.opportunity.customer",
        settledOn = "ratedOn",
        reports =
                @Report(
                        key = "open-items",
                        filter = "age=in=(NOT_DUE,UP_TO_30,UP_TO_60,UP_TO_90,OVER_90)",
                        by = {"age", "account", "nextDueOn", "owner"},
                        figures = {@Figure(key = "open", sum = "open"), @Figure(key = "count")},
                        onStart = true),
        views = {
            @BuiltInView(key = "to-do", filter = "status==DRAFT,paymentStatus=in=(UNPAID,PARTLY_PAID,OVERDUE)"),
            @BuiltInView(key = "drafts", filter = "status==DRAFT"),
            @BuiltInView(key = "overdue", filter = "paymentStatus==OVERDUE", sort = "nextDueOn", onStart = true),
            @BuiltInView(
                    key = "to-remind",
                    filter = "paymentStatus==OVERDUE;dunningStopped==false",
                    sort = "nextDueOn"),
            @BuiltInView(key = "unpaid", filter = "paymentStatus==UNPAID", sort = "nextDueOn"),
            @BuiltInView(key = "partly-paid", filter = "paymentStatus==PARTLY_PAID", sort = "nextDueOn"),
            @BuiltInView(key = "paid", filter = "paymentStatus==PAID", sort = "-issuedOn"),
            @BuiltInView(key = "credit-notes", filter = "kind==CREDIT_NOTE", sort = "-createdAt")
        })
public class Invoice extends DocumentRecord {

    static final String NAME = "billing.invoice";

    /** When the next of what is open is due, in the database. */
    static final String NEXT_DUE = "billing.next_due(id, due_on, open_amount, paid_amount, settled_amount)";

    /** Whether it is paid, in the database. */
    static final String PAYMENT_STATUS =
            "billing.payment_status(id, kind, status, due_on, open_amount, paid_amount, settled_amount)";

    /** How old what is open is, in the database. */
    static final String OPEN_AGE =
            "billing.open_age(id, kind, status, due_on, open_amount, paid_amount, settled_amount)";

    /** Its number, or what the draft is about. */
    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(max = 200, searchable = true)
    private String subject;

    /** By which a draft is told from others while it has no number (S-NUM-03). */
    @Field(reckonedBy = "billing.draft_id(id, number)")
    @Transient
    private String draftId;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private InvoiceKind kind = InvoiceKind.INVOICE;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private InvoiceStatus status = InvoiceStatus.DRAFT;

    @Field(reckonedBy = Invoice.PAYMENT_STATUS)
    @Transient
    private PaymentStatus paymentStatus;

    @Field(required = true, references = "core.account", keeps = "status!=DRAFT")
    @Column(name = "account_id")
    private UUID account;

    @Field(references = "core.contact", offered = "account=={account}")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(readOnly = true)
    private LocalDate issuedOn;

    /** By whose rate it is worth what it is in the tenant's currency: the day of issue, of a credit note that of its invoice. */
    @Field(readOnly = true, group = "sums")
    private LocalDate ratedOn;

    /** BT-72; the day of issue while nobody says another. */
    @Field
    private LocalDate deliveredOn;

    @Field(references = "billing.payment-term")
    @Column(name = "term_id")
    private UUID term;

    /** Within how many days it is to be paid where no payment term is chosen (S-INV-07). */
    @Field(from = 0, to = 365)
    private Integer paymentDays;

    /** BT-9, by the payment term or the days. */
    @Field(readOnly = true)
    private LocalDate dueOn;

    /** When the next of what is open is due; before the due date where there are instalments. */
    @Field(reckonedBy = Invoice.NEXT_DUE, group = "payment")
    @Transient
    private LocalDate nextDueOn;

    /** For how long it is overdue; none if nothing is open. */
    @Field(reckonedBy = Invoice.OPEN_AGE, group = "payment")
    @Transient
    private OpenAge age;

    /** BT-10. */
    @Field(max = 200, group = "references")
    private String buyerReference;

    /** BT-13. */
    @Field(max = 200, group = "references")
    private String orderReference;

    /** Of which it asks for a part, or for all (S-INV-02). */
    @Field(
            readOnly = true,
            references = BillableOrders.RECORD_TYPE,
            feature = BillableOrders.FEATURE,
            group = "references")
    @Column(name = "sales_order_id")
    private UUID salesOrder;

    /** Of which it asks for a period (S-INV-10). */
    @Field(
            readOnly = true,
            references = "billing.subscription",
            feature = BillingModule.SUBSCRIPTIONS,
            group = "references")
    @Column(name = "subscription_id")
    private UUID subscription;

    @Field(readOnly = true, feature = BillingModule.SUBSCRIPTIONS, group = "references")
    private LocalDate periodFrom;

    @Field(readOnly = true, feature = BillingModule.SUBSCRIPTIONS, group = "references")
    private LocalDate periodTo;

    /** Whether nobody has to look at the draft before it is issued. */
    private boolean issuesItself;

    @Field(readOnly = true, references = "billing.invoice", group = "references")
    @Column(name = "credited_id")
    private UUID credited;

    /** An invoice that was taken back, in whose place this one stands (S-EINV-06). */
    @Field(readOnly = true, references = "billing.invoice", group = "references")
    @Column(name = "corrects_id")
    private UUID corrects;

    /** BT-22. */
    @Field(format = Field.Format.MULTILINE, max = 2000)
    private String note;

    @Field(group = "paper", format = Field.Format.LANGUAGE)
    private String language;

    @Field(group = "paper")
    @Enumerated(EnumType.STRING)
    private EInvoiceForm eInvoice;

    /** Where it goes, if not to the address of the account. */
    @Field(format = Field.Format.MULTILINE, max = 1000, group = "paper")
    private String billingAddress;

    /** As it was at issue, whatever becomes of the organisation (S-INV-05). */
    @Field(readOnly = true, format = Field.Format.MULTILINE, max = 2000, group = "paper")
    private String seller;

    /** As it was at issue, whatever becomes of the account (S-INV-05). */
    @Field(readOnly = true, format = Field.Format.MULTILINE, max = 2000, group = "paper")
    private String buyer;

    /** Of the PDF that was issued. */
    @Field(readOnly = true, max = 64, group = "paper")
    private String paperHash;

    @Field(readOnly = true, group = "payment")
    @Embedded
    private Money paid;

    @Field(readOnly = true, group = "payment")
    @Embedded
    private Money creditedTotal;

    /** What credit notes gave to it; of a credit note, what it gave to invoices (S-PAY-02). */
    @Field(readOnly = true, group = "payment")
    @Embedded
    private Money settled;

    /** A difference too small to ask for (S-PAY-05). */
    @Field(readOnly = true, group = "payment")
    @Embedded
    private Money writtenOff;

    /** When nothing was open any more. */
    @Field(readOnly = true, group = "payment")
    private LocalDate paidOn;

    /** What is still to be paid; of a credit note, what the customer may still have back. */
    @Field(readOnly = true, group = "payment")
    @Embedded
    private Money open;

    /** How far reminding has come (S-INV-08). */
    @Field(readOnly = true, references = "billing.dunning-level", group = "dunning")
    @Column(name = "dunning_level_id")
    private UUID dunningLevel;

    @Field(readOnly = true, group = "dunning")
    private LocalDate dunnedOn;

    /** What is asked for the reminders, beside what it came to. */
    @Field(readOnly = true, group = "dunning")
    @Embedded
    private Money fees;

    /** The due date of which its customer was told beforehand (S-PAY-10). */
    @Field(readOnly = true, group = "dunning")
    private LocalDate announcedFor;

    /** Whether nobody is to be reminded of it. */
    @Field(readOnly = true, group = "dunning")
    private boolean dunningStopped;

    @Field(readOnly = true, group = "delivery")
    private Instant sentAt;

    @Field(readOnly = true, group = "delivery")
    private String sentTo;

    /** When the customer first looked at it under its link. */
    @Field(readOnly = true, group = "delivery")
    private Instant viewedAt;

    @Column(name = "paper_id")
    private UUID paper;

    @Column(name = "file_id")
    private UUID file;

    @Transient
    private boolean moving;

    @Transient
    private boolean cancelled;

    protected Invoice() {}

    /** A draft for a part of an order. */
    static Invoice of(BillableOrder order, Discount discount, Optional<LocalDate> delivered) {
        Invoice draft = new Invoice();
        draft.reckonLike(order.document());
        draft.discountedBy(discount);
        draft.deliveredOn = delivered.orElse(null);
        draft.salesOrder = order.document().id();
        draft.account = order.document().account().orElseThrow();
        draft.contact = order.contact().orElse(null);
        draft.orderReference = order.reference().orElse(null);
        draft.paymentDays = order.terms().paymentDays().orElse(null);
        draft.billingAddress = order.terms().address().orElse(null);
        draft.subject = order.title();
        return draft;
    }

    /** A draft for a period of what was agreed on (S-INV-10). */
    static Invoice of(
            DocumentRecord agreed, UUID account, Discount discount, Period period, Terms terms, String words) {
        Invoice draft = new Invoice();
        draft.reckonLike(agreed);
        draft.discountedBy(discount);
        draft.subscription = agreed.id();
        draft.periodFrom = period.from();
        draft.periodTo = period.to();
        draft.deliveredOn = period.to();
        draft.account = account;
        draft.contact = terms.contact();
        draft.term = terms.term();
        draft.buyerReference = terms.buyerReference();
        draft.orderReference = terms.orderReference();
        draft.language = terms.language().code();
        draft.eInvoice = terms.eInvoice();
        draft.subject = terms.subject();
        draft.note = words;
        draft.issuesItself = terms.atOnce();
        draft.assignTo(agreed.owner(), agreed.team());
        return draft;
    }

    /** A draft of a credit note for it (S-INV-06). */
    Invoice creditNote() {
        Invoice draft = alike();
        draft.kind = InvoiceKind.CREDIT_NOTE;
        draft.credited = id();
        draft.subject = number().orElse(subject);
        return draft;
    }

    /** A draft of the invoice that takes its place (S-EINV-06). */
    Invoice correction() {
        Invoice draft = alike();
        draft.corrects = id();
        draft.note = note;
        draft.subject = subject;
        return draft;
    }

    private Invoice alike() {
        Invoice draft = new Invoice();
        draft.reckonLike(this);
        draft.account = account;
        draft.contact = contact;
        draft.salesOrder = salesOrder;
        draft.subscription = subscription;
        draft.deliveredOn = deliveredOn;
        draft.term = term;
        draft.paymentDays = paymentDays;
        draft.billingAddress = billingAddress;
        draft.buyerReference = buyerReference;
        draft.orderReference = orderReference;
        draft.language = language;
        draft.eInvoice = eInvoice;
        draft.assignTo(owner(), team());
        return draft;
    }

    @Override
    public Optional<UUID> account() {
        return Optional.ofNullable(account);
    }

    @Override
    public Optional<LocalDate> taxDay() {
        return Optional.ofNullable(deliveredOn);
    }

    @Override
    public Set<String> taxDayFields() {
        return isDraft() && !isCreditNote() ? Set.of("deliveredOn") : Set.of();
    }

    /** Gives what nobody chose. */
    void fillGaps(Language usual, Supplier<EInvoiceForm> form) {
        language = language == null ? usual.code() : language;
        eInvoice = eInvoice == null ? form.get() : eInvoice;
    }

    /** Has what the customer wants to see on all invoices unless another one is told. */
    void refer(Optional<String> usual) {
        buyerReference = buyerReference == null ? usual.orElse(null) : buyerReference;
    }

    /** Is called by its number, while it has none by what it is about. */
    void named(String about) {
        name = number().orElse(subject == null ? about : subject);
    }

    /** Is due on that day, if it is issued on the other one. */
    void dated(LocalDate issue, LocalDate due) {
        moving = true;
        issuedOn = issue;
        ratedOn = issue;
        deliveredOn = deliveredOn == null ? issue : deliveredOn;
        dueOn = due;
    }

    /** Takes back at the rate at which that one asked (S-INV-06). */
    void ratedLike(Invoice taken) {
        ratedOn = taken.ratedOn;
    }

    /** Is issued, with everything on it as it is now. */
    void issued(String sellerNow, String buyerNow) {
        status = InvoiceStatus.ISSUED;
        seller = sellerNow;
        buyer = buyerNow;
        name = number().orElseThrow();
        paid = zero();
        creditedTotal = zero();
        settled = zero();
        writtenOff = zero();
        fees = zero();
        reckonOpen();
    }

    void keptAs(Filed filed) {
        paper = filed.paper().id();
        paperHash = filed.paper().sha256();
        file = filed.file().map(Kept::id).orElse(null);
    }

    /** The e-invoice as it was issued, where it is a file that is sent. */
    Optional<UUID> eInvoiceFile() {
        return Optional.ofNullable(file).filter(id -> eInvoice.isFile());
    }

    Optional<UUID> paper() {
        return Optional.ofNullable(paper);
    }

    /** Is about to be taken back whole. */
    void cancel() {
        moving = true;
        cancelled = true;
    }

    /** Says on a credit note why there is one. */
    void explain(String reason) {
        note = reason;
    }

    boolean isCreditedInPart() {
        return creditedTotal != null && creditedTotal.amount().signum() != 0;
    }

    /** Went to the customer, with a link. */
    void sent(Instant at, String to) {
        moving = true;
        sentAt = at;
        sentTo = to;
    }

    boolean isSent() {
        return sentAt != null;
    }

    /** Was first looked at under its link. */
    void viewed(Instant at) {
        moving = true;
        viewedAt = at;
    }

    boolean isViewed() {
        return viewedAt != null;
    }

    /** A credit note over that amount was issued for it. */
    void credit(BigDecimal amount) {
        moving = true;
        creditedTotal = Money.of(creditedTotal.amount().add(amount), currency());
        if (creditedTotal.amount().compareTo(payable().amount()) == 0) {
            status = cancelled ? InvoiceStatus.CANCELLED : InvoiceStatus.CREDITED;
        }
    }

    /** So much of it is paid; the day is when it was the last of it (S-INV-09). */
    void paid(BigDecimal amount, LocalDate day) {
        paid = Money.of(amount, currency());
        moved(day);
    }

    /** So much of it is settled between credit notes and invoices (S-PAY-02). */
    void settled(BigDecimal amount, LocalDate day) {
        settled = Money.of(amount, currency());
        moved(day);
    }

    /** Nobody asks for what is open of it any more (S-PAY-05). */
    void writeOff(LocalDate day) {
        writtenOff = Money.of(writtenOff.amount().add(open.amount()), currency());
        moved(day);
    }

    /** What was written off is asked for again. */
    void writeBack(LocalDate day) {
        writtenOff = zero();
        moved(day);
    }

    private void moved(LocalDate day) {
        moving = true;
        reckonOpen();
        paidOn = open.amount().signum() > 0 ? null : day;
    }

    private void reckonOpen() {
        BigDecimal left = payable()
                .amount()
                .subtract(paid.amount())
                .subtract(settled.amount())
                .subtract(writtenOff.amount())
                .add(fees.amount());
        open = Money.rounded(left, currency());
    }

    /** Whether nothing is open of it and not because it was taken back, as {@link #PAYMENT_STATUS} says. */
    boolean isPaid() {
        return !isDraft()
                && !isCreditNote()
                && open.amount().signum() <= 0
                && (paid.amount().signum() > 0
                        || status != InvoiceStatus.CREDITED && status != InvoiceStatus.CANCELLED);
    }

    private Money zero() {
        return Money.rounded(BigDecimal.ZERO, currency());
    }

    /** Its customer was reminded on that day. */
    void dunned(UUID level, LocalDate day, Optional<Money> fee) {
        dunningLevel = level;
        dunnedOn = day;
        fees = Money.of(fees.amount().add(fee.map(Money::amount).orElse(BigDecimal.ZERO)), currency());
        moved(paidOn);
    }

    /** Its customer was told that it is going to be due on that day. */
    void announced(LocalDate due) {
        moving = true;
        announcedFor = due;
    }

    /** Nobody asks for fees any more. */
    void waiveFees(LocalDate day) {
        fees = zero();
        moved(day);
    }

    boolean hasFees() {
        return !isDraft() && fees.amount().signum() > 0;
    }

    void stopDunning(boolean stop) {
        moving = true;
        dunningStopped = stop;
    }

    /** Whether more was given to it than it came to. */
    boolean isOverdrawn() {
        return open.amount().signum() < 0;
    }

    /** Whether something of it is still to be paid. */
    boolean isOpen() {
        return !isDraft() && open.amount().signum() > 0;
    }

    boolean isWrittenOff() {
        return !isDraft() && writtenOff.amount().signum() > 0;
    }

    /** Whether something can become overdue on it that people may be reminded of. */
    boolean mayBeDunned() {
        return isPayable() && !dunningStopped;
    }

    boolean mayBeDunnedOn(LocalDate day) {
        return mayBeDunned() && (dunnedOn == null || dunnedOn.isBefore(day));
    }

    boolean isDunningStopped() {
        return dunningStopped;
    }

    Optional<UUID> dunningLevel() {
        return Optional.ofNullable(dunningLevel);
    }

    /** What may still be credited. */
    BigDecimal creditable() {
        return payable().amount().subtract(creditedTotal.amount());
    }

    /** Whether something can be paid on it and is open. */
    public boolean isPayable() {
        return status == InvoiceStatus.ISSUED
                && !isCreditNote()
                && open.amount().signum() > 0;
    }

    boolean isDraft() {
        return status == InvoiceStatus.DRAFT;
    }

    /** Whether credit notes have taken back all of it. */
    boolean isTakenBack() {
        return status == InvoiceStatus.CREDITED || status == InvoiceStatus.CANCELLED;
    }

    Optional<UUID> salesOrder() {
        return Optional.ofNullable(salesOrder);
    }

    /** Its number, or what the draft is about. */
    String title() {
        return name;
    }

    boolean isCreditNote() {
        return kind == InvoiceKind.CREDIT_NOTE;
    }

    /** Whether it is reckoned against something else: a part of an order or what is credited is in the currency of that. */
    boolean keepsCurrency() {
        return salesOrder != null || credited != null;
    }

    /** Whether the module itself is at it. */
    boolean isMoving() {
        return moving;
    }

    InvoiceStatus status() {
        return status;
    }

    Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    Optional<UUID> term() {
        return Optional.ofNullable(term);
    }

    /** The days that were agreed on; a payment term that was chosen says more. */
    Optional<Integer> paymentDays() {
        return Optional.ofNullable(paymentDays).filter(days -> term == null);
    }

    Optional<String> billingAddress() {
        return Optional.ofNullable(billingAddress).filter(text -> !text.isBlank());
    }

    Optional<UUID> credited() {
        return Optional.ofNullable(credited);
    }

    /** Whether it stands in the place of one that was taken back. */
    boolean isCorrection() {
        return corrects != null;
    }

    /** The invoice that it credits or corrects. */
    Optional<UUID> preceding() {
        return credited().or(() -> Optional.ofNullable(corrects));
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    Optional<LocalDate> deliveredOn() {
        return Optional.ofNullable(deliveredOn);
    }

    LocalDate dueOn() {
        return dueOn;
    }

    String buyerReference() {
        return buyerReference == null ? "" : buyerReference;
    }

    String orderReference() {
        return orderReference == null ? "" : orderReference;
    }

    String note() {
        return note == null ? "" : note;
    }

    Language language() {
        return Language.of(language);
    }

    EInvoiceForm eInvoice() {
        return eInvoice;
    }

    Money paid() {
        return paid;
    }

    /** What is still to be paid. */
    public Money open() {
        return open;
    }
}
