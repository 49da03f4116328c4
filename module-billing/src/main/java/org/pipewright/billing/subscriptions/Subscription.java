package org.pipewright.billing.subscriptions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.billing.invoices.PeriodInvoices.Charge;
import org.pipewright.billing.invoices.PeriodInvoices.Period;
import org.pipewright.billing.invoices.PeriodInvoices.Terms;
import org.pipewright.platform.spi.documents.DocumentRecord;
import org.pipewright.platform.spi.documents.EInvoiceForm;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.texts.Language;

/**
 * What a customer pays for again and again (S-INV-10). Its lines say what a whole period costs. Once it is active, each
 * period is invoiced once, on its first day or after its last one; days before its start, of its trial, of a pause and
 * after its end are not charged, and a part of a period costs by its days.
 */
@Entity
@Table(schema = "billing", name = "subscription")
@RecordType(
        name = Subscription.NAME,
        path = "subscriptions",
        title = "name",
        feature = "billing.subscriptions",
        columns = {"name", "account", "payable", "status", "every", "unit", "nextOn", "endsOn"},
        sort = "nextOn",
        open = "status!=ENDED",
        menu = "billing",
        order = 15,
        icon = "refresh-cw",
        importable = false,
        views = {
            @BuiltInView(key = "running", filter = "status=in=(ACTIVE,PAUSED)", sort = "nextOn"),
            @BuiltInView(key = "drafts", filter = "status==DRAFT"),
            @BuiltInView(key = "ended", filter = "status==ENDED", sort = "-endsOn")
        })
class Subscription extends DocumentRecord {

    static final String NAME = "billing.subscription";

    @Field(required = true, max = 150, searchable = true)
    private String name;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private SubscriptionStatus status = SubscriptionStatus.DRAFT;

    @Field(required = true, references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    @Field(references = "core.contact", offered = "account=={account}")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(required = true)
    private LocalDate startsOn;

    /** So many days from its start on cost nothing. */
    @Field(from = 0, to = 3650)
    private Integer trialDays;

    /** How many units a period has. */
    @Field(from = 1, to = 120)
    private Integer every;

    @Field
    @Enumerated(EnumType.STRING)
    private PeriodUnit unit;

    /** A day on which periods begin, such as the first of a year; the first day that is charged if empty. */
    @Field
    private LocalDate countedFrom;

    @Field
    @Enumerated(EnumType.STRING)
    private BillingTime billed;

    /** Whether its invoices are issued at once, or wait as drafts. */
    @Field
    private boolean issuedAtOnce;

    /** The last day that is charged, if it ends. */
    @Field
    private LocalDate endsOn;

    @Field(readOnly = true, format = Field.Format.MULTILINE, max = 2000)
    private String endReason;

    /** The first day that is not invoiced yet. */
    @Field(readOnly = true, group = "course")
    private LocalDate chargedFrom;

    /** The first day of the pause it is in. */
    @Field(readOnly = true, group = "course")
    private LocalDate pausedOn;

    /** When the next invoice is made. */
    @Field(readOnly = true, group = "course")
    private LocalDate nextOn;

    @Field(references = "billing.payment-term", group = "document")
    @Column(name = "term_id")
    private UUID term;

    @Field(max = 200, group = "document")
    private String buyerReference;

    @Field(max = 200, group = "document")
    private String orderReference;

    @Field(group = "document", format = Field.Format.LANGUAGE)
    private String language;

    @Field(group = "document")
    @Enumerated(EnumType.STRING)
    private EInvoiceForm eInvoice;

    @Transient
    private boolean moving;

    @Override
    public Optional<UUID> account() {
        return Optional.ofNullable(account);
    }

    /** Its lines are taxed as on the day it is written; each invoice as on the last day of its period. */
    @Override
    public Optional<LocalDate> taxDay() {
        return Optional.empty();
    }

    /** Gives what nobody chose. */
    void fillGaps(Language usual) {
        every = every == null ? 1 : every;
        unit = unit == null ? PeriodUnit.MONTH : unit;
        billed = billed == null ? BillingTime.IN_ADVANCE : billed;
        trialDays = trialDays == null ? 0 : trialDays;
        language = language == null ? usual.code() : language;
    }

    Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    /** Keeps when the next invoice is made. */
    void reckonNext() {
        nextOn = next().map(Segment::dueOn).orElse(null);
    }

    /** The next that is invoiced, if there is something. */
    Optional<Segment> next() {
        return status.isRunning() ? schedule().next(chargedFrom, last()) : Optional.empty();
    }

    /** All that is to be invoiced by a day, the oldest first, and no more than so many. */
    List<Segment> due(LocalDate by, int most) {
        return status.isRunning() ? schedule().due(chargedFrom, last(), by, most) : List.of();
    }

    private Schedule schedule() {
        return new Schedule(countedFrom == null ? firstCharged() : countedFrom, unit, every, billed);
    }

    /** The last day that is charged as far as is known. */
    private Optional<LocalDate> last() {
        return Stream.of(
                        Optional.ofNullable(endsOn),
                        Optional.ofNullable(pausedOn).map(day -> day.minusDays(1)))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    private LocalDate firstCharged() {
        return startsOn.plusDays(trialDays);
    }

    /** What is charged for a segment. */
    Charge charge(Segment segment, List<SubscriptionLine> lines) {
        return new Charge(
                this,
                lines,
                new Period(segment.from(), segment.to(), segment.days(), segment.whole(), segment.share()),
                new Terms(
                        name,
                        contact,
                        term,
                        buyerReference,
                        orderReference,
                        Language.of(language),
                        eInvoice,
                        issuedAtOnce));
    }

    void activate() {
        goOver(SubscriptionStatus.ACTIVE);
        chargedFrom = firstCharged();
    }

    /** Is invoiced up to the last day of that. */
    void invoiced(Segment segment) {
        moving = true;
        chargedFrom = segment.to().plusDays(1);
    }

    void pause(LocalDate on) {
        goOver(SubscriptionStatus.PAUSED);
        pausedOn = on;
    }

    /** Is charged again from that day on. All before the pause is invoiced, unless there was none. */
    void resume(LocalDate on) {
        goOver(SubscriptionStatus.ACTIVE);
        chargedFrom = on.isAfter(pausedOn) ? on : chargedFrom;
        pausedOn = null;
    }

    void end(LocalDate on, String why) {
        moving = true;
        endsOn = on;
        endReason = why;
    }

    /** Has ended if its last day is over and nothing is left to be invoiced. */
    void endIfOver(LocalDate today) {
        if (isOver(today) && due(today, 1).isEmpty()) {
            goOver(SubscriptionStatus.ENDED);
        }
    }

    /** Whether its last day is over. */
    boolean isOver(LocalDate today) {
        return status.isRunning() && endsOn != null && endsOn.isBefore(today);
    }

    private void goOver(SubscriptionStatus next) {
        if (!status.leadsTo(next)) {
            throw new IllegalStateException(status + " does not lead to " + next);
        }
        moving = true;
        status = next;
    }

    /** Whether the module itself is at it. */
    boolean isMoving() {
        return moving;
    }

    SubscriptionStatus status() {
        return status;
    }

    String name() {
        return name;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    Optional<LocalDate> countedFrom() {
        return Optional.ofNullable(countedFrom);
    }

    Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    Optional<LocalDate> pausedOn() {
        return Optional.ofNullable(pausedOn);
    }

    /** The first day that is not invoiced yet; none of a draft. */
    Optional<LocalDate> chargedFrom() {
        return Optional.ofNullable(chargedFrom);
    }
}
