package org.pipewright.sales.quotes;

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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.DocumentRecord;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.texts.Language;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.terms.TermsOfSale;

/**
 * What a customer is offered (S-QUO-01). It is written as a draft, sent, and then never changed: what is to be different
 * stands in its next version, which replaces it as soon as that is sent (S-QUO-05).
 */
@Entity
@Table(schema = "sales", name = "quote")
@RecordType(
        name = Quote.NAME,
        path = "quotes",
        title = "name",
        revises = "revises",
        feature = Quote.FEATURE,
        columns = {"name", "number", "account", "total", "status", "validUntil", "owner"},
        sort = "-createdAt",
        open = "status=in=(DRAFT,IN_REVIEW,APPROVED,SENT)",
        menu = "sales",
        order = 40,
        icon = "file-text",
        activities = true,
        through = "opportunity.customer",
        settledOn = "sentOn",
        views = {
            @BuiltInView(key = "open", filter = "status=in=(DRAFT,IN_REVIEW,APPROVED,SENT)"),
            @BuiltInView(key = "sent", filter = "status==SENT", sort = "validUntil"),
            @BuiltInView(key = "mine", filter = "owner==me;status=in=(DRAFT,IN_REVIEW,APPROVED,SENT)")
        })
public class Quote extends DocumentRecord {

    public static final String NAME = "sales.quote";
    public static final String FEATURE = "sales.quotes";

    /** Capability of seeing what things cost. */
    static final String COSTS = "core.costs";
    /** What the customer has stays, and with it whom and what it is for (S-OPP-27). */
    private static final String GIVEN = "status=in=(SENT,ACCEPTED)";

    @Field(required = true, searchable = true)
    private String name;

    /** By which a draft is told from others while it has no number (S-NUM-03). */
    @Field(reckonedBy = "sales.draft_id(id, number)")
    @Transient
    private String draftId;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private QuoteStatus status = QuoteStatus.DRAFT;

    @Field(required = true, references = "core.account", keeps = GIVEN)
    @Column(name = "account_id")
    private UUID account;

    @Field(references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(references = Opportunity.NAME, keeps = GIVEN)
    @Column(name = "opportunity_id")
    private UUID opportunity;

    /** Whether it is the one of the deal's quotes that counts (S-QUO-04). */
    @Field(readOnly = true)
    @Column(name = "is_leading")
    private boolean leading;

    /** Whose lines and texts it began with (S-QUO-19). */
    @Field(references = QuoteTemplate.NAME, offered = QuoteTemplate.OFFERED)
    @Column(name = "template_id")
    private UUID template;

    @Field
    private LocalDate quotedOn;

    /** Last day on which it can be accepted, in the tenant's time zone (S-QUO-10). */
    @Field
    private LocalDate validUntil;

    /** When delivery is expected; its day decides the rates of tax (S-TAX-01). */
    @Field
    private LocalDate deliveryOn;

    @Field(references = TermsOfSale.NAME, feature = TermsOfSale.FEATURE, offered = TermsOfSale.OFFERED)
    @Column(name = "terms_id")
    private UUID terms;

    /** Of its page and paper: that of the contact unless told otherwise (S-QUO-14). */
    @Field(group = "texts", format = Field.Format.LANGUAGE)
    private String language;

    /** From which its prices are (S-PROD-02). */
    @Field(references = "core.price-list")
    @Column(name = "price_list_id")
    private UUID priceList;

    /** Days after the invoice by which it is to be paid. */
    @Field(from = 0, to = 365)
    private Integer paymentDays;

    @Field(format = Field.Format.MULTILINE, max = 4000, group = "texts")
    private String introduction;

    @Field(format = Field.Format.MULTILINE, max = 10_000, group = "texts")
    private String conditions;

    /** For colleagues; the customer never sees it. */
    @Field(format = Field.Format.MULTILINE, max = 4000, group = "texts")
    private String note;

    /** What everything that counts costs; none while that is not known of all of it (S-QUO-20). */
    @Field(readOnly = true, group = "sums", capability = COSTS)
    @Embedded
    private Money cost;

    /** What remains of the price without tax. */
    @Field(readOnly = true, group = "sums", capability = COSTS)
    @Embedded
    private Money margin;

    /** That in percent of the price without tax. */
    @Field(readOnly = true, group = "sums", decimals = 2, capability = COSTS)
    private BigDecimal marginPercent;

    @Field(readOnly = true, group = "progress")
    private int revision = 1;

    @Field(readOnly = true, references = Quote.NAME, group = "progress")
    @Column(name = "revises_id")
    private UUID revises;

    @Field(readOnly = true, group = "progress")
    private Instant sentAt;

    /** By whose rate it is worth what it is in the tenant's currency (S-CUR-05). */
    @Field(readOnly = true, group = "progress")
    private LocalDate sentOn;

    @Field(readOnly = true, group = "progress", max = 650)
    private String sentTo;

    /** Of the PDF that was sent (S-PDF-03). */
    @Field(readOnly = true, group = "progress", max = 64)
    private String paperDigest;

    @Column(name = "paper_id")
    private UUID paper;

    @Field(readOnly = true, group = "progress")
    private Instant viewedAt;

    @Field(readOnly = true, group = "progress")
    private Instant decidedAt;

    @Field(readOnly = true, group = "progress", max = 200)
    private String decidedBy;

    @Field(readOnly = true, group = "progress", format = Field.Format.MULTILINE, max = 4000)
    private String decisionNote;

    /** What the customer wants to be different, asked on the page of the quote (S-QUO-08). */
    @Field(readOnly = true, group = "progress", format = Field.Format.MULTILINE, max = 4000)
    private String changesAsked;

    @Transient
    private boolean movedNow;

    protected Quote() {}

    /** A first draft for a deal. */
    Quote(String name, Opportunity deal, LocalDate validUntil) {
        this.name = name;
        this.opportunity = deal.id();
        this.account = deal.account();
        this.contact = deal.contact().orElse(null);
        this.terms = deal.terms().orElse(null);
        this.validUntil = validUntil;
    }

    /** The next version of it: the same content, a draft again. */
    Quote nextVersion(LocalDate today, LocalDate until) {
        Quote next = new Quote();
        next.name = name;
        next.account = account;
        next.contact = contact;
        next.opportunity = opportunity;
        next.leading = leading;
        next.quotedOn = today;
        next.validUntil = until;
        next.deliveryOn = deliveryOn;
        next.terms = terms;
        next.language = language;
        next.priceList = priceList;
        next.paymentDays = paymentDays;
        next.introduction = introduction;
        next.conditions = conditions;
        next.note = note;
        next.revision = revision + 1;
        next.revises = id();
        next.reckonLike(this);
        next.numbered(baseNumber() + "-" + next.revision);
        next.assignTo(owner(), team());
        return next;
    }

    private String baseNumber() {
        String full = number().orElseThrow();
        return revision == 1
                ? full
                : full.substring(0, full.length() - String.valueOf(revision).length() - 1);
    }

    /** Gives what nobody entered. */
    void date(LocalDate today, int daysValid) {
        quotedOn = quotedOn == null ? today : quotedOn;
        validUntil = validUntil == null ? quotedOn.plusDays(daysValid) : validUntil;
    }

    /** Begins like that, as far as nobody said otherwise. */
    void begin(QuoteTemplate like, LocalDate today) {
        language = language == null ? like.language().map(Language::code).orElse(null) : language;
        introduction = introduction == null ? like.introduction().orElse(null) : introduction;
        conditions = conditions == null ? like.conditions().orElse(null) : conditions;
        quotedOn = quotedOn == null ? today : quotedOn;
        validUntil =
                validUntil == null ? like.daysValid().map(quotedOn::plusDays).orElse(null) : validUntil;
        if (currency() == null) {
            like.currency().ifPresent(this::in);
        }
    }

    /** Is made of that template. */
    void like(UUID chosen) {
        template = chosen;
    }

    /** Is for whom its deal is for, unless told otherwise. */
    void follow(Opportunity deal) {
        account = account == null ? deal.account() : account;
        contact = contact == null ? deal.contact().orElse(null) : contact;
        terms = terms == null ? deal.terms().orElse(null) : terms;
    }

    /** Is in that language unless told otherwise. */
    void speak(Supplier<Language> usual) {
        language = language == null ? usual.get().code() : language;
    }

    /** Says what quotes usually say, unless told otherwise; a next version says what the one before said (S-QUO-14). */
    void say(Supplier<Optional<String>> usualIntroduction, Supplier<Optional<String>> usualConditions) {
        if (revises == null) {
            introduction = introduction == null ? usualIntroduction.get().orElse(null) : introduction;
            conditions = conditions == null ? usualConditions.get().orElse(null) : conditions;
        }
    }

    /** Takes over what was agreed on, as far as nobody said otherwise (S-ACC-09). */
    void agree(TermsOfSale agreed) {
        priceList = priceList == null ? agreed.priceList().orElse(null) : priceList;
        paymentDays = paymentDays == null ? agreed.paymentDays().orElse(null) : paymentDays;
        if (currency() == null) {
            agreed.currency().ifPresent(this::in);
        }
    }

    /** Is on other terms from now on: what the former ones said holds no longer, unless it is said at the same time. */
    void agreeAnew(boolean list, boolean days) {
        priceList = list ? priceList : null;
        paymentDays = days ? paymentDays : null;
    }

    /** Is the deal's leading quote from now on, or no longer. */
    void lead(boolean leads) {
        leading = leads;
        movedNow = true;
    }

    private void go(QuoteStatus next) {
        if (!status.leadsTo(next)) {
            throw new IllegalStateException(status + " does not lead to " + next);
        }
        status = next;
        movedNow = true;
    }

    void submit() {
        go(QuoteStatus.IN_REVIEW);
    }

    void approve() {
        go(QuoteStatus.APPROVED);
    }

    /** Is a draft again: it was not approved, or was changed since. */
    void redraft() {
        go(QuoteStatus.DRAFT);
    }

    /** Goes out to the customer (S-QUO-06). */
    void send(Instant at, LocalDate today, Optional<String> to) {
        go(QuoteStatus.SENT);
        sentAt = at;
        sentOn = today;
        sentTo = to.orElse(null);
    }

    /** Whether it went out later than that. */
    boolean wasSentAfter(Instant moment) {
        return sentAt != null && sentAt.isAfter(moment);
    }

    /** Goes out once more, perhaps to somebody else. */
    void sendAgain(String to) {
        sentTo = to;
        movedNow = true;
    }

    /** Was sent as that file. */
    void keptAs(UUID file, String digest) {
        paper = file;
        paperDigest = digest;
    }

    Optional<UUID> paper() {
        return Optional.ofNullable(paper);
    }

    Optional<String> paperDigest() {
        return Optional.ofNullable(paperDigest);
    }

    /** Is looked at by the customer; only the first time counts. */
    void viewed(Instant at) {
        viewedAt = viewedAt == null ? at : viewedAt;
        movedNow = true;
    }

    void accept(Instant at, String by, String how) {
        go(QuoteStatus.ACCEPTED);
        decided(at, by, how);
    }

    void reject(Instant at, String by, String reason) {
        go(QuoteStatus.REJECTED);
        decided(at, by, reason);
    }

    private void decided(Instant at, String by, String why) {
        decidedAt = at;
        decidedBy = by;
        decisionNote = why;
    }

    /** Takes back what was accepted by mistake (S-QUO-17). */
    void reverse(String reason) {
        go(QuoteStatus.SENT);
        decided(null, null, reason);
    }

    /** Lets the customer choose among what is offered (S-QUO-09). */
    void choose() {
        movedNow = true;
    }

    void askForChanges(String what) {
        changesAsked = what;
        movedNow = true;
    }

    void expire() {
        go(QuoteStatus.EXPIRED);
    }

    void cancel(String reason) {
        go(QuoteStatus.CANCELLED);
        decisionNote = reason;
    }

    /** Is withdrawn because its deal was lost (S-CLOSE-10). */
    void cancelWithDeal() {
        go(QuoteStatus.CANCELLED);
    }

    void supersede() {
        go(QuoteStatus.SUPERSEDED);
    }

    /** Can be accepted until then (S-QUO-10). */
    void extend(LocalDate until, String reason) {
        if (status == QuoteStatus.EXPIRED) {
            go(QuoteStatus.SENT);
        }
        validUntil = until;
        decisionNote = reason;
        movedNow = true;
    }

    @Override
    protected void settled(List<? extends DocumentLine> lines) {
        Optional<BigDecimal> costs = costs(lines);
        Margin left = new Margin(net().amount(), costs);
        cost = costs.map(amount -> Money.rounded(amount, currency())).orElse(null);
        margin = left.amount().map(amount -> Money.rounded(amount, currency())).orElse(null);
        marginPercent = left.percent().orElse(null);
    }

    private static Optional<BigDecimal> costs(List<? extends DocumentLine> lines) {
        List<QuoteLine> counted = lines.stream()
                .map(QuoteLine.class::cast)
                .filter(QuoteLine::isCounted)
                .toList();
        return counted.isEmpty()
                        || counted.stream().anyMatch(line -> line.cost().isEmpty())
                ? Optional.empty()
                : Optional.of(counted.stream()
                        .flatMap(line -> line.cost().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What remains when the costs are paid, in percent; none while not all of them are known. */
    Optional<BigDecimal> marginPercent() {
        return Optional.ofNullable(marginPercent);
    }

    boolean asksForChanges() {
        return changesAsked != null;
    }

    /** Whether a verb or the customer has just changed it. */
    boolean isMovedNow() {
        return movedNow;
    }

    boolean endsBeforeItBegins() {
        return validUntil != null && quotedOn != null && validUntil.isBefore(quotedOn);
    }

    boolean isOverOn(LocalDate day) {
        return validUntil != null && validUntil.isBefore(day);
    }

    /** Whether the last day on which it can be accepted is over there (S-QUO-10). */
    boolean isOverAt(Instant moment, ZoneId there) {
        return isOverOn(LocalDate.ofInstant(moment, there));
    }

    @Override
    public Optional<UUID> account() {
        return Optional.ofNullable(account);
    }

    @Override
    public Optional<LocalDate> taxDay() {
        return Optional.ofNullable(deliveryOn).or(() -> Optional.ofNullable(quotedOn));
    }

    @Override
    public Set<String> taxDayFields() {
        return status.isEditable() ? Set.of("deliveryOn", "quotedOn") : Set.of();
    }

    @Override
    public Optional<UUID> priceList() {
        return Optional.ofNullable(priceList);
    }

    @Override
    public Optional<LocalDate> priceDay() {
        return Optional.ofNullable(quotedOn);
    }

    public Optional<Integer> paymentDays() {
        return Optional.ofNullable(paymentDays);
    }

    Optional<UUID> terms() {
        return Optional.ofNullable(terms);
    }

    public String name() {
        return name;
    }

    public QuoteStatus status() {
        return status;
    }

    public Optional<UUID> opportunity() {
        return Optional.ofNullable(opportunity);
    }

    public Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    Optional<UUID> template() {
        return Optional.ofNullable(template);
    }

    Optional<UUID> revises() {
        return Optional.ofNullable(revises);
    }

    boolean isLeading() {
        return leading;
    }

    LocalDate quotedOn() {
        return quotedOn;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    public Optional<LocalDate> deliveryOn() {
        return Optional.ofNullable(deliveryOn);
    }

    public Language language() {
        return Language.of(language);
    }

    String introduction() {
        return introduction == null ? "" : introduction;
    }

    String conditions() {
        return conditions == null ? "" : conditions;
    }

    Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Optional<String> sentTo() {
        return Optional.ofNullable(sentTo);
    }

    Optional<Instant> viewedAt() {
        return Optional.ofNullable(viewedAt);
    }
}
