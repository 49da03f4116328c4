package org.pipewright.billing.bankfiles;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.payments.Direction;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Money that came or went on an account of the tenant, as the bank tells it (S-PAY-07). */
@Entity
@Table(schema = "billing", name = "bank_entry")
@RecordType(
        name = BankEntry.NAME,
        path = "bank-entries",
        title = "name",
        feature = "billing.payments",
        columns = {"name", "bookedOn", "amount", "text", "reason", "suggested", "status"},
        sort = "-bookedOn",
        menu = "billing",
        order = 26,
        icon = "list-checks",
        kept = true,
        importable = false,
        settledOn = "bookedOn",
        views = {
            @BuiltInView(key = "review", filter = "status==REVIEW", onStart = true),
            @BuiltInView(key = "booked", filter = "status==BOOKED"),
            @BuiltInView(key = "dismissed", filter = "status==DISMISSED")
        })
class BankEntry extends CrmRecord {

    static final String NAME = "billing.bank-entry";

    /** Who paid, or what the bank says. */
    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(readOnly = true, references = BankFile.NAME)
    @Column(name = "file_id")
    private UUID file;

    /** Who told it, if that was no bank (S-PAY-09); no field, as its name stands beside it. */
    @Column(name = "provider_id")
    private UUID provider;

    /** Tells it from all others; see {@link EntryKeys}. */
    @Field(readOnly = true, max = 100, group = "bank")
    private String entryKey;

    /** The tenant's own one, or the provider that has the money. */
    @Field(readOnly = true, max = 40, group = "bank")
    private String account;

    @Field(readOnly = true)
    private LocalDate bookedOn;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Field(readOnly = true)
    @Embedded
    private Money amount;

    @Field(readOnly = true, max = 140, searchable = true)
    private String payer;

    @Field(readOnly = true, max = 40, searchable = true)
    private String iban;

    /** As both sides agreed on: a creditor reference or end-to-end id. */
    @Field(readOnly = true, max = 140, searchable = true)
    private String reference;

    /** What the payer wrote. */
    @Field(readOnly = true, max = 1000, searchable = true)
    private String text;

    @Field(readOnly = true, group = "bank")
    private boolean reversal;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private EntryStatus status;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private ReviewReason reason;

    /** The invoice it is most likely for. */
    @Field(readOnly = true, references = "billing.invoice")
    @Column(name = "suggested_id")
    private UUID suggested;

    @Field(readOnly = true, references = "core.account")
    @Column(name = "customer_id")
    private UUID customer;

    @Field(readOnly = true, references = "billing.payment")
    @Column(name = "payment_id")
    private UUID payment;

    /** Why somebody dismissed it. */
    @Field(readOnly = true, max = 200)
    private String note;

    protected BankEntry() {}

    BankEntry(UUID file, String key, ReadEntry read) {
        this(key, read);
        this.file = file;
        account = read.account();
    }

    /** What a provider tells. */
    static BankEntry told(UUID provider, String providerName, String key, ReadEntry read) {
        BankEntry entry = new BankEntry(key, read);
        entry.provider = provider;
        entry.account = providerName;
        return entry;
    }

    private BankEntry(String key, ReadEntry read) {
        entryKey = key;
        bookedOn = read.bookedOn();
        direction = read.out() ? Direction.OUT : Direction.IN;
        amount = Money.of(read.amount(), read.currency());
        payer = filled(read.payer());
        iban = filled(read.iban());
        reference = filled(read.reference());
        text = filled(read.text());
        reversal = read.reversal();
        status = EntryStatus.NEW;
        name = Optional.ofNullable(payer).or(() -> Optional.ofNullable(text)).orElse(key.substring(0, 8));
    }

    private static String filled(String told) {
        return told.isEmpty() ? null : told;
    }

    void booked(UUID asPayment, UUID ofCustomer) {
        status = EntryStatus.BOOKED;
        payment = asPayment;
        customer = ofCustomer;
        reason = null;
        note = null;
    }

    /** Somebody has to say what it is for. */
    void review(ReviewReason why, UUID invoice, UUID ofCustomer) {
        status = EntryStatus.REVIEW;
        reason = why;
        suggested = invoice;
        customer = ofCustomer;
    }

    void dismissed(ReviewReason why, String because) {
        status = EntryStatus.DISMISSED;
        reason = why;
        note = because;
    }

    boolean isNew() {
        return status == EntryStatus.NEW;
    }

    boolean isBooked() {
        return status == EntryStatus.BOOKED;
    }

    boolean isToReview() {
        return status == EntryStatus.REVIEW;
    }

    /** Whether a provider told it, and no bank. */
    boolean isTold() {
        return provider != null;
    }

    boolean isOut() {
        return direction == Direction.OUT;
    }

    boolean isReversal() {
        return reversal;
    }

    LocalDate bookedOn() {
        return bookedOn;
    }

    Money amount() {
        return amount;
    }

    Optional<String> payer() {
        return Optional.ofNullable(payer);
    }

    Optional<String> iban() {
        return Optional.ofNullable(iban);
    }

    Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    Optional<ReviewReason> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<UUID> suggested() {
        return Optional.ofNullable(suggested);
    }

    Optional<UUID> customer() {
        return Optional.ofNullable(customer);
    }
}
