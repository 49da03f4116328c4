package org.pipewright.sales.opportunities;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * A deal with an account (S-OPP-01). It is in progress until it is won or lost; that decision and its being closed are
 * two facts (S-CLOSE-01): a won opportunity stays open for its documents, a lost one is closed at once. What was
 * decided is kept; an incomplete one of historical data may still have its gaps filled.
 */
@Entity
@Table(schema = "sales", name = "opportunity")
@RecordType(
        name = Opportunity.NAME,
        path = "opportunities",
        title = "name",
        feature = Opportunity.FEATURE,
        columns = {"name", "account", "amount", "status", "probability", "expectedClose", "owner"},
        sort = "-createdAt",
        open = "closed==false",
        menu = "sales",
        order = 20,
        icon = "briefcase")
class Opportunity extends OwnedRecord {

    static final String NAME = "sales.opportunity";
    static final String FEATURE = "sales.opportunities";

    @Field(required = true, searchable = true)
    private String name;

    @Field(required = true, references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    @Field(references = "core.customer", feature = "core.business-customers")
    @Column(name = "customer_id")
    private UUID customer;

    @Field(references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(from = 0)
    @Embedded
    private Money amount;

    @Field(references = OpportunityStatus.NAME)
    @Column(name = "status_id")
    private UUID status;

    @Field(from = 0, to = 100)
    private Integer probability;

    @Field(readOnly = true)
    private boolean probabilityTyped;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Field(readOnly = true)
    private boolean closed;

    @Field
    private LocalDate expectedClose;

    @Field(readOnly = true)
    private int pushCount;

    @Field(references = "core.product")
    @Column(name = "product_id")
    private UUID product;

    @Field(group = "next")
    private String nextStep;

    @Field(group = "next")
    private LocalDate nextStepOn;

    @Field(group = "development", format = Field.Format.MULTILINE, max = 10_000)
    private String need;

    @Field(group = "development", format = Field.Format.MULTILINE, max = 10_000)
    private String proposedSolution;

    @Field(group = "development", format = Field.Format.MULTILINE, max = 10_000)
    private String comment;

    @Field(group = "origin", feature = "sales.lead-sources")
    private String channel;

    @Field(group = "origin", feature = "sales.lead-sources")
    private String source;

    @Field(group = "origin", references = "sales.lead")
    @Column(name = "lead_id")
    private UUID lead;

    @Field(group = "origin")
    private LocalDate engagedOn;

    @Field(group = "origin", max = 100, searchable = true)
    private String externalId;

    @Field(group = "decision")
    private LocalDate actualClose;

    @Field(group = "decision", from = 0)
    @Embedded
    private Money closeRevenue;

    @Field(group = "decision", references = LossReason.NAME)
    @Column(name = "loss_reason_id")
    private UUID lossReason;

    @Field(group = "decision", format = Field.Format.MULTILINE, max = 4000)
    private String lossNote;

    /** What a verb has just decided; its facts may not be missing, not even in historical data. */
    @Transient
    private boolean decidedNow;

    protected Opportunity() {}

    /** Sets what a new opportunity was made without. */
    void startAs(OpportunityStatus initial) {
        if (status == null) {
            status = initial.id();
        }
    }

    /** The probability typed at creation counts; without one the status tells it (S-OPP-09). */
    void estimate(OpportunityStatus current) {
        probabilityTyped = probability != null;
        if (!probabilityTyped) {
            probability = current.probability();
        }
    }

    /** The revenue of a won opportunity is its amount unless told otherwise (S-CLOSE-02). */
    void expectRevenue() {
        if (isAbsent(closeRevenue)) {
            closeRevenue = amount;
        }
    }

    /** Wins it (S-CLOSE-02). */
    void win(OpportunityStatus won, LocalDate on, Money revenue) {
        decide(won, on);
        closeRevenue = revenue;
        expectRevenue();
    }

    /** Loses it (S-CLOSE-03). */
    void lose(OpportunityStatus lost, LocalDate on, UUID reason, String note) {
        decide(lost, on);
        lossReason = reason;
        lossNote = note;
    }

    private void decide(OpportunityStatus decision, LocalDate on) {
        status = decision.id();
        actualClose = on;
        decidedNow = true;
    }

    /** Bars it from everything but notes (S-CLOSE-04). */
    void close() {
        closed = true;
    }

    /** Takes over the outcome of its status and what follows from it (S-OPP-11, S-CLOSE-03). */
    void follow(OpportunityStatus current) {
        boolean isNews = outcome != current.outcome();
        outcome = current.outcome();
        switch (outcome) {
            case WON -> probability = 100;
            case LOST -> beLost(isNews);
            default -> {}
        }
    }

    private void beLost(boolean isNews) {
        probability = 0;
        currency().ifPresent(currency -> closeRevenue = Money.of(BigDecimal.ZERO, currency));
        closed = closed || isNews;
    }

    private Optional<String> currency() {
        return isAbsent(closeRevenue)
                ? Optional.ofNullable(amount).map(Money::currency)
                : Optional.of(closeRevenue.currency());
    }

    /** Keeps a typed probability; an automatic one moves with the status (S-OPP-10). Emptied, it is automatic again. */
    void reestimate(OpportunityStatus current, boolean typed) {
        probabilityTyped = probability != null && (typed || probabilityTyped);
        if (!probabilityTyped) {
            probability = current.probability();
        }
    }

    /** Counts a postponement (S-OPP-14). */
    void pushed() {
        pushCount++;
    }

    /** Names an opportunity of historical data that came without a name. */
    void nameByExternalId() {
        name = name == null ? externalId : name;
    }

    private static boolean isAbsent(Money money) {
        return money == null || money.amount() == null;
    }

    String name() {
        return name;
    }

    UUID account() {
        return account;
    }

    Optional<UUID> customer() {
        return Optional.ofNullable(customer);
    }

    /** A deal with a business customer is one with its account (S-OPP-02). */
    void belongTo(UUID accountOfCustomer) {
        if (account == null) {
            account = accountOfCustomer;
        }
    }

    Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    Optional<UUID> status() {
        return Optional.ofNullable(status);
    }

    Integer probability() {
        return probability;
    }

    boolean isProbabilityTyped() {
        return probabilityTyped;
    }

    Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    boolean isDecided() {
        return outcome == Outcome.WON || outcome == Outcome.LOST;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isDecidedNow() {
        return decidedNow;
    }

    Optional<LocalDate> expectedClose() {
        return Optional.ofNullable(expectedClose);
    }

    int pushCount() {
        return pushCount;
    }

    Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    Optional<LocalDate> actualClose() {
        return Optional.ofNullable(actualClose);
    }

    Optional<Money> closeRevenue() {
        return isAbsent(closeRevenue) ? Optional.empty() : Optional.of(closeRevenue);
    }

    Optional<UUID> lossReason() {
        return Optional.ofNullable(lossReason);
    }

    Optional<String> lossNote() {
        return Optional.ofNullable(lossNote);
    }
}
