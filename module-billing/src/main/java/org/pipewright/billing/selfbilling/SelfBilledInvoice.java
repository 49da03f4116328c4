package org.pipewright.billing.selfbilling;

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
import org.pipewright.billing.invoices.InvoiceKind;
import org.pipewright.billing.invoices.PaymentStatus;
import org.pipewright.billing.sheets.IssuedPapers.Filed;
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
 * What the tenant owes a supplier by an invoice that the tenant writes in the supplier's name, or with a credit note takes
 * from one. A draft is written like any record; once issued it never changes again, but for what is paid (S-EINV-06).
 */
@Entity
@Table(schema = "billing", name = "self_billed_invoice")
@RecordType(
        name = SelfBilledInvoice.NAME,
        path = "self-billed-invoices",
        title = "name",
        feature = BillingModule.SELF_BILLING,
        columns = {"name", "supplier", "payable", "status", "paymentStatus", "open", "dueOn", "issuedOn", "kind"},
        sort = "-createdAt",
        open = "status==DRAFT",
        menu = "billing",
        order = 72,
        icon = "file-text",
        importable = false,
        settledOn = "issuedOn",
        reports =
                @Report(
                        key = "payables",
                        filter = "paymentStatus=in=(UNPAID,PARTLY_PAID,OVERDUE)",
                        by = {"paymentStatus", "supplier", "dueOn", "owner"},
                        figures = {@Figure(key = "open", sum = "open"), @Figure(key = "count")}),
        views = {
            @BuiltInView(key = "to-do", filter = "status==DRAFT,paymentStatus=in=(UNPAID,PARTLY_PAID,OVERDUE)"),
            @BuiltInView(key = "drafts", filter = "status==DRAFT"),
            @BuiltInView(key = "to-pay", filter = "paymentStatus=in=(UNPAID,PARTLY_PAID,OVERDUE)", sort = "dueOn"),
            @BuiltInView(key = "credit-notes", filter = "kind==CREDIT_NOTE", sort = "-createdAt")
        })
class SelfBilledInvoice extends DocumentRecord {

    static final String NAME = "billing.self-billed-invoice";

    /** Reckoned like that of an invoice, of which there are no instalments. */
    private static final String PAYMENT_STATUS =
            "billing.payment_status(id, kind, status, due_on, open_amount, paid_amount, settled_amount)";

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
    private SelfBilledStatus status = SelfBilledStatus.DRAFT;

    @Field(reckonedBy = SelfBilledInvoice.PAYMENT_STATUS)
    @Transient
    private PaymentStatus paymentStatus;

    @Field(required = true, references = "core.account", keeps = "status!=DRAFT")
    @Column(name = "supplier_id")
    private UUID supplier;

    @Field(references = "core.contact", offered = "account=={supplier}")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(readOnly = true)
    private LocalDate issuedOn;

    /** BT-72; the day of issue while nobody says another. */
    @Field
    private LocalDate deliveredOn;

    @Field(references = "billing.payment-term")
    @Column(name = "term_id")
    private UUID term;

    /** BT-9, by the payment term. */
    @Field(readOnly = true)
    private LocalDate dueOn;

    /** BT-10. */
    @Field(max = 200, group = "references")
    private String buyerReference;

    /** BT-13. */
    @Field(max = 200, group = "references")
    private String orderReference;

    @Field(readOnly = true, references = SelfBilledInvoice.NAME, group = "references")
    @Column(name = "credited_id")
    private UUID credited;

    /** By which the supplier let the tenant write it. */
    @Field(readOnly = true, references = SelfBillingAgreement.NAME, group = "references")
    @Column(name = "agreement_id")
    private UUID agreement;

    /** BT-22. */
    @Field(format = Field.Format.MULTILINE, max = 2000)
    private String note;

    @Field(group = "paper", format = Field.Format.LANGUAGE)
    private String language;

    @Field(group = "paper")
    @Enumerated(EnumType.STRING)
    private EInvoiceForm eInvoice;

    /** The supplier as it was at issue. */
    @Field(readOnly = true, format = Field.Format.MULTILINE, max = 2000, group = "paper")
    private String seller;

    /** The organisation as it was at issue. */
    @Field(readOnly = true, format = Field.Format.MULTILINE, max = 2000, group = "paper")
    private String buyer;

    /** Of the PDF that was issued. */
    @Field(readOnly = true, max = 64, group = "paper")
    private String paperHash;

    /** What went to the supplier; of a credit note, what came back. */
    @Field(readOnly = true, group = "payment")
    @Embedded
    private Money paid;

    /** What credit notes took of what was open; of a credit note, what it took. */
    @Field(readOnly = true, group = "payment")
    @Embedded
    private Money settled;

    /** What credit notes came to. */
    @Field(readOnly = true, group = "payment")
    @Embedded
    private Money creditedTotal;

    /** When nothing was open any more. */
    @Field(readOnly = true, group = "payment")
    private LocalDate paidOn;

    /** What is still to be paid; of a credit note, what the supplier is still to give back. */
    @Field(readOnly = true, group = "payment")
    @Embedded
    private Money open;

    @Field(readOnly = true, group = "delivery")
    private Instant sentAt;

    @Field(readOnly = true, group = "delivery")
    private String sentTo;

    @Column(name = "paper_id")
    private UUID paper;

    @Column(name = "file_id")
    private UUID file;

    @Transient
    private boolean moving;

    protected SelfBilledInvoice() {}

    /** A draft of a credit note for it. */
    SelfBilledInvoice creditNote() {
        SelfBilledInvoice draft = new SelfBilledInvoice();
        draft.reckonLike(this);
        draft.kind = InvoiceKind.CREDIT_NOTE;
        draft.credited = id();
        draft.subject = number().orElse(subject);
        draft.supplier = supplier;
        draft.contact = contact;
        draft.deliveredOn = deliveredOn;
        draft.term = term;
        draft.buyerReference = buyerReference;
        draft.orderReference = orderReference;
        draft.language = language;
        draft.eInvoice = eInvoice;
        draft.assignTo(owner(), team());
        return draft;
    }

    /** Nobody: what price lists and tax rules say of customers does not hold for those who supply. */
    @Override
    public Optional<UUID> account() {
        return Optional.empty();
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

    /** Is called by its number, while it has none by what it is about. */
    void named(String about) {
        name = number().orElse(subject == null ? about : subject);
    }

    /** Is due on that day, if it is issued on the other one. */
    void dated(LocalDate issue, LocalDate due) {
        moving = true;
        issuedOn = issue;
        deliveredOn = deliveredOn == null ? issue : deliveredOn;
        dueOn = due;
    }

    /** Is issued, with everything on it as it is now. */
    void issued(String sellerNow, String buyerNow, UUID agreedBy) {
        status = SelfBilledStatus.ISSUED;
        seller = sellerNow;
        buyer = buyerNow;
        agreement = agreedBy;
        name = number().orElseThrow();
        paid = zero();
        settled = settled == null ? zero() : settled;
        creditedTotal = zero();
        reckonOpen(issuedOn);
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

    /** Went to the supplier. */
    void sent(Instant at, String to) {
        moving = true;
        sentAt = at;
        sentTo = to;
    }

    /** A credit note was issued for it, and took so much of what was open; the note takes the same. */
    void credit(SelfBilledInvoice creditNote, LocalDate day) {
        moving = true;
        BigDecimal credit = creditNote.payable().amount();
        BigDecimal taken = credit.min(open.amount());
        creditedTotal = Money.of(creditedTotal.amount().add(credit), currency());
        settled = Money.of(settled.amount().add(taken), currency());
        creditNote.settled = Money.of(taken, currency());
        if (creditable().signum() == 0) {
            status = SelfBilledStatus.CREDITED;
        }
        reckonOpen(day);
    }

    /** So much of it is paid; the day is when it was the last of it. */
    void paid(BigDecimal amount, LocalDate day) {
        moving = true;
        paid = Money.of(amount, currency());
        reckonOpen(day);
    }

    private void reckonOpen(LocalDate day) {
        BigDecimal left = payable().amount().subtract(paid.amount()).subtract(settled.amount());
        open = Money.rounded(left, currency());
        paidOn = open.amount().signum() > 0 ? null : day;
    }

    private Money zero() {
        return Money.rounded(BigDecimal.ZERO, currency());
    }

    /** What may still be credited. */
    BigDecimal creditable() {
        return payable().amount().subtract(creditedTotal.amount());
    }

    /** Whether more was paid on it than it came to. */
    boolean isOverdrawn() {
        return open.amount().signum() < 0;
    }

    /** Whether something of it is still to be paid. */
    boolean isOpen() {
        return !isDraft() && open.amount().signum() > 0;
    }

    boolean isDraft() {
        return status == SelfBilledStatus.DRAFT;
    }

    boolean isCreditNote() {
        return kind == InvoiceKind.CREDIT_NOTE;
    }

    /** Whether a credit note can be made for it. */
    boolean isCreditable() {
        return status == SelfBilledStatus.ISSUED && !isCreditNote();
    }

    /** Whether the module itself is at it. */
    boolean isMoving() {
        return moving;
    }

    UUID supplier() {
        return supplier;
    }

    Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    Optional<UUID> term() {
        return Optional.ofNullable(term);
    }

    /** The one from which it takes. */
    Optional<UUID> credited() {
        return Optional.ofNullable(credited);
    }

    Optional<UUID> agreement() {
        return Optional.ofNullable(agreement);
    }

    Optional<UUID> paper() {
        return Optional.ofNullable(paper);
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

    Money open() {
        return open;
    }
}
