package org.pipewright.sales.opportunities;

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
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Board;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.Left;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.platform.spi.records.Siblings;
import org.pipewright.sales.kinds.ForecastCategory;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Management;
import org.pipewright.sales.kinds.Stage;
import org.pipewright.sales.sources.Sourced;
import org.pipewright.sales.terms.TermsOfSale;

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
        naming = "sales.opportunity-name",
        columns = {
            "name",
            "account",
            "amount",
            "nextStepDue",
            "stage",
            "status",
            "probability",
            "expectedClose",
            "owner"
        },
        sort = "-createdAt",
        open = "closed==false",
        assignable = true,
        undecided = "outcome==IN_PROGRESS",
        settledOn = "actualClose",
        menu = "sales",
        order = 20,
        icon = "briefcase",
        activities = true,
        boards = {
            @Board(
                    field = "stage",
                    filter = "outcome==IN_PROGRESS",
                    course = "sales.kind-stage",
                    per = "kind",
                    roles = "roles",
                    perFilter = "type=in=(STANDARD,CUSTOM)",
                    sum = "amount",
                    weight = "probability",
                    stale = "staleOn",
                    place = "place",
                    verbs = {"win", "lose"},
                    feature = "sales.board"),
            @Board(
                    field = "status",
                    filter = "outcome==IN_PROGRESS",
                    columns = "category==OPEN",
                    sum = "amount",
                    weight = "probability",
                    stale = "staleOn",
                    place = "place",
                    verbs = {"win", "lose"},
                    feature = "sales.board")
        },
        views = {
            @BuiltInView(key = "open", filter = "outcome==IN_PROGRESS"),
            @BuiltInView(key = "overdue", filter = "outcome==IN_PROGRESS;expectedClose<today", sort = "expectedClose"),
            @BuiltInView(
                    key = "closed",
                    filter = "outcome=in=(WON,LOST);actualClose>=today-30d",
                    sort = "-actualClose"),
            @BuiltInView(
                    key = "mine",
                    filter = "owner==me;outcome==IN_PROGRESS",
                    sort = "expectedClose",
                    onStart = true),
            @BuiltInView(
                    key = "step-overdue",
                    filter = "outcome==IN_PROGRESS;nextStepOn<today",
                    sort = "nextStepOn",
                    onStart = true),
            @BuiltInView(key = "referred", filter = "sourceUser==me", sort = "-createdAt"),
            @BuiltInView(key = "unplanned", filter = "outcome==IN_PROGRESS;activityPlanned==false"),
            @BuiltInView(
                    key = "undecided",
                    filter = "outcome==IN_PROGRESS;decisionMaker==MISSING",
                    sort = "expectedClose")
        },
        siblings = @Siblings(by = "account", feature = "sales.deals-of-customer"),
        reports = {
            @Report(
                    key = "pipeline",
                    onStart = true,
                    filter = "outcome==IN_PROGRESS",
                    period = "expectedClose",
                    by = {
                        "stage",
                        "status",
                        "owner",
                        "team",
                        "kind",
                        "account.industry",
                        "account",
                        "product",
                        "channel",
                        "sourceActivity",
                        "expectedClose",
                        "amount"
                    },
                    moves = "amount",
                    left = {@Left(key = "won", filter = "outcome==WON"), @Left(key = "lost", filter = "outcome==LOST")},
                    figures = {
                        @Figure(key = "deals"),
                        @Figure(key = "value", sum = "amount"),
                        @Figure(key = "weighted", sum = "amount", weight = "probability"),
                        @Figure(key = "incomplete", filter = "amount=isnull=true,probability=isnull=true")
                    }),
            @Report(
                    key = "forecast",
                    filter = "forecastCategory=in=(PIPELINE,BEST_CASE,COMMIT,CLOSED)",
                    period = "expectedClose",
                    by = {
                        "expectedClose",
                        "owner",
                        "team",
                        "forecastCategory",
                        "kind",
                        "account.industry",
                        "product",
                        "channel"
                    },
                    figures = {
                        @Figure(key = "deals"),
                        @Figure(key = "total", sum = "amount"),
                        @Figure(key = "weighted", sum = "amount", weight = "probability"),
                        @Figure(key = "won", filter = "outcome==WON", sum = "closeRevenue"),
                        @Figure(key = "remaining", filter = "outcome==IN_PROGRESS", sum = "amount"),
                        @Figure(key = "commit", filter = "forecastCategory=in=(COMMIT,CLOSED)", sum = "amount"),
                        @Figure(
                                key = "best-case",
                                filter = "forecastCategory=in=(BEST_CASE,COMMIT,CLOSED)",
                                sum = "amount")
                    }),
            @Report(
                    key = "win-loss",
                    filter = "outcome=in=(WON,LOST)",
                    period = "actualClose",
                    by = {
                        "owner",
                        "team",
                        "lossReason",
                        "winReason",
                        "fallOffStage",
                        "kind",
                        "account.industry",
                        "product",
                        "channel",
                        "sourceActivity",
                        "actualClose",
                        "amount"
                    },
                    figures = {
                        @Figure(key = "closed"),
                        @Figure(key = "won", filter = "outcome==WON"),
                        @Figure(key = "lost", filter = "outcome==LOST"),
                        @Figure(key = "rate", filter = "outcome==WON", of = "closed"),
                        @Figure(key = "revenue", filter = "outcome==WON", sum = "closeRevenue"),
                        @Figure(key = "value", sum = "amount"),
                        @Figure(key = "value-rate", filter = "outcome==WON", sum = "amount", of = "value")
                    }),
            @Report(
                    key = "origin",
                    period = "createdAt",
                    by = {
                        "channel",
                        "sourceActivity",
                        "sourcePartner",
                        "sourceContact",
                        "sourceUser",
                        "owner",
                        "createdAt"
                    },
                    figures = {
                        @Figure(key = "deals"),
                        @Figure(key = "won", filter = "outcome==WON"),
                        @Figure(key = "lost", filter = "outcome==LOST"),
                        @Figure(key = "revenue", filter = "outcome==WON", sum = "closeRevenue"),
                        @Figure(key = "lost-value", filter = "outcome==LOST", sum = "amount"),
                        @Figure(key = "open", filter = "outcome==IN_PROGRESS", sum = "amount")
                    })
        })
public class Opportunity extends Sourced {

    public static final String NAME = "sales.opportunity";
    public static final String FEATURE = "sales.opportunities";

    /** Feature of forecasts and targets (S-SET-07). */
    public static final String FORECASTING = "sales.forecasting";

    private static final String DEMAND = "sales.primary-demand";
    private static final String IN_PROGRESS = "outcome==IN_PROGRESS";

    @Field(required = true, searchable = true)
    private String name;

    @Field(required = true, references = "core.account", keeps = IN_PROGRESS)
    @Column(name = "account_id")
    private UUID account;

    @Field(references = "core.customer", feature = "core.business-customers", keeps = IN_PROGRESS)
    @Column(name = "customer_id")
    private UUID customer;

    @Field(references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    /** Whether a party names somebody who decides; none once the deal is decided (S-CON-06). */
    @Field(reckonedBy = "sales.decision_maker(id, outcome)")
    @Transient
    private DecisionMaker decisionMaker;

    @Field(from = 0)
    @Embedded
    private Money amount;

    @Field(references = Kind.NAME, feature = Management.FEATURE)
    @Column(name = "kind_id")
    private UUID kind;

    @Field(references = Stage.NAME, feature = Management.FEATURE)
    @Column(name = "stage_id")
    private UUID stage;

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

    /** What somebody thinks of how sure it is, whatever its stage says (S-FC-03). */
    @Field(feature = FORECASTING)
    @Enumerated(EnumType.STRING)
    private ForecastCategory forecastAs;

    /** As what it is forecast. */
    @Field(feature = FORECASTING, readOnly = true)
    @Enumerated(EnumType.STRING)
    private ForecastCategory forecastCategory;

    @Field(readOnly = true)
    private int pushCount;

    @Field(references = "core.product", offered = "active==true")
    @Column(name = "product_id")
    private UUID product;

    @Field(group = "figures")
    @Enumerated(EnumType.STRING)
    private AmountMode amountMode;

    @Field(group = "figures", readOnly = true)
    @Embedded
    private Money linesTotal;

    /** What its leading quote comes to before tax (S-QUO-16). */
    @Field(group = "figures", readOnly = true, feature = "sales.quotes")
    @Embedded
    private Money quoteTotal;

    @Field(group = "figures", from = 0)
    @Embedded
    private Money recurringAmount;

    @Field(group = "figures")
    @Enumerated(EnumType.STRING)
    private Period recurringPeriod;

    @Field(group = "figures", readOnly = true)
    @Embedded
    private Money monthlyAmount;

    @Field(group = "demand", feature = DEMAND, readOnly = true)
    @Embedded
    private Money demandTotal;

    @Field(group = "demand", feature = DEMAND, readOnly = true)
    @Embedded
    private Money demandDifference;

    /** What quotes offer of it (S-DEM-10). */
    @Field(group = "demand", feature = DEMAND, readOnly = true)
    @Embedded
    private Money demandOffered;

    /** What was ordered of it. */
    @Field(group = "demand", feature = DEMAND, readOnly = true)
    @Embedded
    private Money demandSold;

    @Field(group = "demand", feature = DEMAND, readOnly = true)
    private Integer demandUnpriced;

    @Field(group = "demand", feature = DEMAND, readOnly = true)
    private Integer demandFulfilment;

    @Field(group = "demand", feature = DEMAND, readOnly = true)
    private Integer demandVersion;

    @Field(group = "demand", feature = DEMAND, readOnly = true)
    private boolean demandPosted;

    @Field(group = "demand", feature = DEMAND, readOnly = true)
    private Instant demandPostedAt;

    @Field(group = "demand", feature = DEMAND, readOnly = true, references = "core.member")
    private UUID demandPostedBy;

    @Field(references = TermsOfSale.NAME, feature = TermsOfSale.FEATURE, offered = TermsOfSale.OFFERED)
    @Column(name = "terms_id")
    private UUID terms;

    @Field(group = "next")
    private String nextStep;

    @Field(group = "next")
    private LocalDate nextStepOn;

    /** Whether its next step is to be taken today or should have been before; none otherwise (S-OPP-13). */
    @Field(group = "next", reckonedBy = "sales.next_step_due(outcome, next_step_on)")
    @Transient
    private NextStepDue nextStepDue;

    @Field(group = "development", format = Field.Format.MULTILINE, max = 10_000)
    private String need;

    @Field(group = "development", format = Field.Format.MULTILINE, max = 10_000)
    private String proposedSolution;

    @Field(group = "development", format = Field.Format.MULTILINE, max = 10_000)
    private String comment;

    @Field(group = "next", readOnly = true, feature = "core.activities")
    private boolean activityPlanned;

    @Field(group = "next", readOnly = true, feature = "core.activities")
    private Instant nextActivityAt;

    @Field(group = "progress", readOnly = true)
    private Instant stageSince;

    @Field(group = "progress", readOnly = true)
    private LocalDate staleOn;

    @Field(group = "progress", readOnly = true)
    private BigDecimal place;

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

    @Field(group = "decision", references = "core.account", readOnly = true)
    @Column(name = "lost_to_id")
    private UUID lostTo;

    @Field(group = "decision", references = WinReason.NAME)
    @Column(name = "win_reason_id")
    private UUID winReason;

    @Field(group = "decision", references = Stage.NAME, feature = Management.FEATURE, readOnly = true)
    @Column(name = "fall_off_stage_id")
    private UUID fallOffStage;

    @Field(group = "decision", readOnly = true)
    private Instant decidedAt;

    @Field(group = "decision", readOnly = true)
    private String correctionReason;

    @Field(group = "decision", references = Opportunity.NAME, readOnly = true)
    @Column(name = "reopened_from_id")
    private UUID reopenedFrom;

    @Field(group = "decision", references = Opportunity.NAME, readOnly = true)
    @Column(name = "reopened_as_id")
    private UUID reopenedAs;

    @Field(group = "origin", references = Opportunity.NAME, readOnly = true)
    @Column(name = "copied_from_id")
    private UUID copiedFrom;

    /** What its stage said when it got there: what a stage says later is not applied to the deals in it. */
    @Enumerated(EnumType.STRING)
    private ForecastCategory forecastOfStage;

    /** What a correction of the decision goes back to. */
    @Column(name = "open_status_id")
    private UUID openStatus;

    @Column(name = "open_probability")
    private Integer openProbability;

    /** What a verb has just decided; its facts may not be missing, not even in historical data. */
    @Transient
    private boolean decidedNow;

    /** Whether whoever loses it has its open quotes cancelled. */
    @Transient
    private boolean cancelsQuotes;

    /** Which move a verb makes, and why if it is against the rules. */
    @Transient
    private Passage passage = Passage.PLAIN;

    @Transient
    private String passageReason;

    /** Whether its probability follows a new default, which nobody typed. */
    @Transient
    private boolean estimatedAnew;

    /** Whether a verb has just put it into another currency. */
    @Transient
    private boolean exchangedNow;

    /** Whether its parties are copied from another one's. */
    @Transient
    private boolean bringsParties;

    protected Opportunity() {}

    /** Stands above all that were there before it (S-PIPE-03). */
    void standOnTop(Instant now) {
        place = BigDecimal.valueOf(-ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }

    /** Sets the status of a new opportunity that was made without. */
    void startAs(OpportunityStatus initial) {
        if (status == null) {
            status = initial.id();
        }
    }

    boolean lacksForecast() {
        return forecastOfStage == null;
    }

    /** Stands at a stage that says so. */
    void foresee(ForecastCategory ofStage) {
        forecastOfStage = ofStage;
    }

    /** What is won is certain, what is lost is left out; else somebody said it, or its stage. */
    void forecast() {
        if (outcome == Outcome.WON) {
            forecastCategory = ForecastCategory.CLOSED;
        } else if (outcome == Outcome.LOST) {
            forecastCategory = ForecastCategory.OMITTED;
        } else {
            forecastCategory = forecastAs == null ? forecastOfStage : forecastAs;
        }
    }

    /** Is of the kind from its beginning. */
    void startWith(Kind initial) {
        kind = initial.id();
    }

    /** Stands at the stage, and so in the status the stage stands for. */
    void standAt(Stage current) {
        stage = current.id();
        status = current.status();
    }

    /** Goes to the stage, as a verb does. */
    void move(UUID to, Passage how, String reason) {
        stage = to;
        passage = how;
        passageReason = reason;
    }

    /** Goes over to another kind, at the stage given if it has stages (S-KIND-16). */
    void changeKind(UUID to, UUID at, String reason) {
        kind = to;
        move(at, Passage.NEW_KIND, reason);
    }

    /** Goes over to another edition of its kind, or to another kind with many others (S-KIND-17). */
    void migrate(UUID to, UUID at) {
        kind = to;
        move(at, Passage.MIGRATION, null);
    }

    /** Has been where it is since then, and is stale from that day on. */
    void movedAt(Instant moment, LocalDate staleFrom) {
        stageSince = moment;
        staleOn = staleFrom;
    }

    /** The probability typed at creation counts; without one the stage or status tells it (S-OPP-09). */
    void estimate(int standard) {
        probabilityTyped = probability != null;
        if (!probabilityTyped) {
            probability = standard;
        }
    }

    /** The revenue of a won opportunity is its amount unless told otherwise (S-CLOSE-02). */
    void expectRevenue() {
        if (isAbsent(closeRevenue)) {
            closeRevenue = amount;
        }
    }

    /** Wins it (S-CLOSE-02). */
    void win(OpportunityStatus won, LocalDate on, Money revenue, UUID reason) {
        decide(won, on);
        closeRevenue = revenue;
        winReason = reason;
        expectRevenue();
    }

    /** Loses it (S-CLOSE-03). */
    void lose(OpportunityStatus lost, LocalDate on, UUID reason, String note) {
        decide(lost, on);
        lossReason = reason;
        lossNote = note;
    }

    /** Takes its open quotes with it when it is lost (S-CLOSE-10). */
    void cancelQuotes() {
        cancelsQuotes = true;
    }

    /** Whether its open quotes are cancelled because it is lost. */
    public boolean cancelsQuotes() {
        return cancelsQuotes;
    }

    /** Is lost to somebody who is known (S-PARTY-05). */
    void loseTo(UUID winner) {
        lostTo = winner;
    }

    private void decide(OpportunityStatus decision, LocalDate on) {
        openStatus = status;
        openProbability = probabilityTyped ? probability : null;
        status = decision.id();
        actualClose = on;
        decidedNow = true;
    }

    /** Bars it from everything but notes (S-CLOSE-04). */
    void close() {
        closed = true;
    }

    /** Takes a decision back that was made by mistake (S-CLOSE-13). */
    void correct(UUID initialStatus, String reason) {
        status = openStatus == null ? initialStatus : openStatus;
        probability = openProbability;
        probabilityTyped = openProbability != null;
        correctionReason = reason;
        passage = Passage.CORRECTION;
        passageReason = reason;
        closed = false;
        actualClose = null;
        closeRevenue = null;
        winReason = null;
        lossReason = null;
        lossNote = null;
        lostTo = null;
        fallOffStage = null;
        decidedAt = null;
        decidedNow = true;
    }

    /** Is continued by another one (S-CLOSE-11). */
    void reopenedAs(UUID successor) {
        reopenedAs = successor;
    }

    /** A new one that continues this: customer and need are the same, figures and dates are its own (S-CLOSE-11). */
    Opportunity successor() {
        Opportunity successor = likeThis();
        successor.reopenedFrom = id();
        return successor;
    }

    /** A new one for the same customer with the same need; never its outcome, dates or documents (S-OPP-25). */
    Opportunity likeThis() {
        Opportunity copy = new Opportunity();
        copy.name = name;
        copy.account = account;
        copy.customer = customer;
        copy.contact = contact;
        copy.amount = amount;
        copy.kind = kind;
        copy.amountMode = amountMode == AmountMode.QUOTE ? AmountMode.MANUAL : amountMode;
        copy.recurringAmount = recurringAmount;
        copy.recurringPeriod = recurringPeriod;
        copy.product = product;
        copy.need = need;
        copy.proposedSolution = proposedSolution;
        copy.comeLike(this);
        return copy;
    }

    /** A copy with the parts that are wanted (S-OPP-25). */
    Opportunity copy(CopyOpportunity.Parts parts) {
        Opportunity copy = likeThis();
        copy.copiedFrom = id();
        copy.name = parts.name() == null ? name : parts.name();
        if (Boolean.TRUE.equals(parts.withoutContact())) {
            copy.contact = null;
        }
        if (Boolean.TRUE.equals(parts.withoutFigures())) {
            copy.amount = null;
            copy.product = null;
        }
        if (Boolean.TRUE.equals(parts.withoutDevelopment())) {
            copy.need = null;
            copy.proposedSolution = null;
        }
        return copy;
    }

    /** Whether it continues or repeats another one, whose kind it has as long as that is still open to it. */
    boolean isLikeAnother() {
        return reopenedFrom != null || copiedFrom != null;
    }

    /** Is to have the kind new ones have. */
    void startWithPreferredKind() {
        kind = null;
    }

    /** What is known so far. */
    DevelopOpportunity.Development development() {
        return new DevelopOpportunity.Development(
                need, proposedSolution, isAbsent(amount) ? null : amount, expectedClose, contact, nextStep, nextStepOn);
    }

    Optional<Money> amount() {
        return isAbsent(amount) ? Optional.empty() : Optional.of(amount);
    }

    /** Takes over what is known now (S-OPP-20). */
    void develop(DevelopOpportunity.Development known) {
        need = known.need() == null ? need : known.need();
        proposedSolution = known.proposedSolution() == null ? proposedSolution : known.proposedSolution();
        amount = isAbsent(known.amount()) ? amount : known.amount();
        expectedClose = known.expectedClose() == null ? expectedClose : known.expectedClose();
        contact = known.contact() == null ? contact : known.contact();
        nextStep = known.nextStep() == null ? nextStep : known.nextStep();
        nextStepOn = known.nextStepOn() == null ? nextStepOn : known.nextStepOn();
    }

    /** Whether the field, one that stages may need, is not filled (S-KIND-11). */
    boolean isEmpty(String field) {
        return switch (field) {
            case "amount" -> isAbsent(amount);
            case "expectedClose" -> expectedClose == null;
            case "contact" -> contact == null;
            case "product" -> product == null;
            case "need" -> need == null;
            case "proposedSolution" -> proposedSolution == null;
            case "nextStep" -> nextStep == null;
            default -> throw new IllegalArgumentException("No stage needs " + field);
        };
    }

    /** Takes over the outcome of its status and what follows from it (S-OPP-11, S-CLOSE-03, S-CLOSE-06). */
    void follow(OpportunityStatus current, Instant now, boolean closesAtOnce) {
        boolean isNews = outcome != current.outcome();
        outcome = current.outcome();
        forecast();
        if (isDecided() && isNews) {
            decidedAt = now;
            closed = closed || closesAtOnce;
            staleOn = null;
        }
        switch (outcome) {
            case WON -> probability = 100;
            case LOST -> beLost();
            default -> {}
        }
    }

    private void beLost() {
        probability = 0;
        fallOffStage = stage;
        currency().ifPresent(currency -> closeRevenue = Money.of(BigDecimal.ZERO, currency));
    }

    private Optional<String> currency() {
        return isAbsent(closeRevenue)
                ? Optional.ofNullable(amount).map(Money::currency)
                : Optional.of(closeRevenue.currency());
    }

    /** Keeps a typed probability; an automatic one moves with the stage or status (S-OPP-10). Emptied, it is automatic again. */
    void reestimate(int standard, boolean typed, boolean moved) {
        probabilityTyped = probability != null && ((typed && !estimatedAnew) || probabilityTyped);
        if (!probabilityTyped && (moved || probability == null)) {
            probability = standard;
        }
    }

    /** Takes over the probability that where it stands is given now (S-OPP-12). */
    void estimateAnew(int standard) {
        probability = standard;
        estimatedAnew = true;
    }

    /** Is as much as its lines or its demand come to, if it follows them; a decision keeps what it was made for (S-OPP-15). */
    void reckon(boolean isNew) {
        amountMode = amountMode == null ? AmountMode.MANUAL : amountMode;
        if (amountMode != AmountMode.MANUAL && !isNew && !isDecided()) {
            amount = copyOf(followed());
        }
        monthlyAmount = isAbsent(recurringAmount) || recurringPeriod == null ? null : monthly();
        demandDifference =
                isAbsent(amount) || isAbsent(demandTotal) || !amount.currency().equals(demandTotal.currency())
                        ? null
                        : Money.of(amount.amount().subtract(demandTotal.amount()), amount.currency());
    }

    private Money followed() {
        return switch (amountMode) {
            case MANUAL -> amount;
            case LINES -> linesTotal;
            case DEMAND -> demandTotal;
            case QUOTE -> isAbsent(quoteTotal) ? amount : quoteTotal;
        };
    }

    /** Whether its amount is what it follows, so that nobody has typed another. */
    boolean isWhatItFollows() {
        Money other = followed();
        return !isAbsent(amount)
                && !isAbsent(other)
                && amount.currency().equals(other.currency())
                && amount.amount().compareTo(other.amount()) == 0;
    }

    private static Money copyOf(Money money) {
        return isAbsent(money) ? null : Money.of(money.amount(), money.currency());
    }

    /** What comes in each month, apart from what comes once (S-OPP-16). */
    private Money monthly() {
        BigDecimal months = BigDecimal.valueOf(recurringPeriod.months());
        return Money.rounded(
                recurringAmount.amount().divide(months, 9, RoundingMode.HALF_UP), recurringAmount.currency());
    }

    boolean followsAmounts() {
        return amountMode != null && amountMode != AmountMode.MANUAL;
    }

    boolean hasPeriod() {
        return recurringPeriod != null;
    }

    boolean hasRecurringAmount() {
        return !isAbsent(recurringAmount);
    }

    /** Is in another currency from now on, amounts that follow its lines or its demand as soon as these are (S-CUR-07). */
    public void exchange(UnaryOperator<Money> into) {
        exchangedNow = true;
        amount = isAbsent(amount) ? amount : into.apply(amount);
        recurringAmount = isAbsent(recurringAmount) ? recurringAmount : into.apply(recurringAmount);
    }

    boolean isExchangedNow() {
        return exchangedNow;
    }

    /** Has lines that come to that much. */
    public void linesCome(Optional<Money> total) {
        linesTotal = total.orElse(null);
    }

    /** What its leading quote comes to. */
    public Optional<Money> quoted() {
        return isAbsent(quoteTotal) ? Optional.empty() : Optional.of(quoteTotal);
    }

    /** Is offered for that much from now on; the first time, its amount may begin to follow its quotes (S-QUO-16). */
    public void quoted(Optional<Money> total, boolean follows) {
        if (follows && isAbsent(quoteTotal) && total.isPresent()) {
            amountMode = AmountMode.QUOTE;
        }
        quoteTotal = total.orElse(null);
    }

    /** What it brings or has brought. */
    public Optional<Money> worth() {
        return isAbsent(closeRevenue) ? amount() : closeRevenue();
    }

    /**
     * What the lines of demand come to.
     *
     * @param total of their amounts
     * @param offered what quotes come to as far as they are about it
     * @param sold what orders come to as far as they are about it
     * @param unpriced how many have no amount
     * @param fulfilment in percent
     */
    public record DemandFigures(
            Optional<Money> total,
            Optional<Money> offered,
            Optional<Money> sold,
            int unpriced,
            OptionalInt fulfilment) {}

    /** Has that demand; what is asked for since it was posted is a new version, which is not posted yet (S-DEM-04). */
    public void demands(DemandFigures figures, boolean asked) {
        demandTotal = figures.total().orElse(null);
        demandOffered = figures.offered().orElse(null);
        demandSold = figures.sold().orElse(null);
        demandUnpriced = figures.unpriced();
        demandFulfilment =
                figures.fulfilment().isPresent() ? figures.fulfilment().getAsInt() : null;
        demandVersion = demandVersion == null ? Integer.valueOf(1) : demandVersion;
        if (asked && demandPosted) {
            demandVersion++;
            demandPosted = false;
            demandPostedAt = null;
            demandPostedBy = null;
        }
    }

    /** Its demand is what the customer asked for. Returns its version. */
    public int postDemand(Instant at, UUID by) {
        demandPosted = true;
        demandPostedAt = at;
        demandPostedBy = by;
        return demandVersion;
    }

    public boolean isDemandPosted() {
        return demandPosted;
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

    public String name() {
        return name;
    }

    public UUID account() {
        return account;
    }

    /** Follows its parties: with that account and contact, and, if it is lost, lost to that account (S-PARTY-04). */
    public void isWith(UUID customerAccount, Optional<UUID> person, UUID winner) {
        if (!customerAccount.equals(account)) {
            account = customerAccount;
            contact = person.orElse(null);
        }
        contact = person.orElse(contact);
        lostTo = winner;
    }

    /** Whether it is like that already. */
    public boolean isAlreadyWith(UUID customerAccount, Optional<UUID> person, UUID winner) {
        return customerAccount.equals(account)
                && person.filter(known -> !known.equals(contact)).isEmpty()
                && Objects.equals(winner, lostTo);
    }

    /** Whom it was lost to, if that is known. */
    public Optional<UUID> lostTo() {
        return Optional.ofNullable(lostTo);
    }

    public boolean isWon() {
        return outcome == Outcome.WON;
    }

    public boolean isLost() {
        return outcome == Outcome.LOST;
    }

    /** Has its parties from another one. */
    Opportunity withParties() {
        bringsParties = true;
        return this;
    }

    /** Whether whoever makes it gives it its parties, too. */
    public boolean bringsParties() {
        return bringsParties;
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

    /** Terms of sale that are to hold for it. */
    public Optional<UUID> terms() {
        return Optional.ofNullable(terms);
    }

    public Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    public Optional<UUID> kind() {
        return Optional.ofNullable(kind);
    }

    public Optional<UUID> stage() {
        return Optional.ofNullable(stage);
    }

    Passage passage() {
        return passage;
    }

    Optional<String> passageReason() {
        return Optional.ofNullable(passageReason);
    }

    /** When it was won or lost. */
    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    Optional<UUID> reopenedAs() {
        return Optional.ofNullable(reopenedAs);
    }

    Optional<UUID> winReason() {
        return Optional.ofNullable(winReason);
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

    public boolean isDecided() {
        return outcome == Outcome.WON || outcome == Outcome.LOST;
    }

    public boolean isClosed() {
        return closed;
    }

    boolean isDecidedNow() {
        return decidedNow;
    }

    public Optional<LocalDate> expectedClose() {
        return Optional.ofNullable(expectedClose);
    }

    int pushCount() {
        return pushCount;
    }

    Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    public Optional<LocalDate> actualClose() {
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
