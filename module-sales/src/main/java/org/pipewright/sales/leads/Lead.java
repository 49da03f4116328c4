package org.pipewright.sales.leads;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.Match;
import org.pipewright.platform.spi.records.Match.By;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.sales.sources.Sourced;

/**
 * Somebody who may become a customer (S-LEAD-01). Open statuses are changed freely; a lead that is qualified or
 * disqualified takes notes only.
 */
@Entity
@Table(schema = "sales", name = "lead")
@RecordType(
        name = Lead.NAME,
        path = "leads",
        title = "name",
        feature = Lead.FEATURE,
        columns = {"name", "company", "emails", "phones", "status", "response", "score", "owner"},
        sort = "-createdAt",
        open = "status.category=in=(NEW,OPEN)",
        assignable = true,
        menu = "sales",
        order = 10,
        icon = "user-plus",
        activities = true,
        through = "opportunity.customer",
        mergeable = true,
        views = {
            @BuiltInView(key = "open", filter = "status.category=in=(NEW,OPEN)"),
            @BuiltInView(key = "mine", filter = "owner==me;status.category=in=(NEW,OPEN)"),
            @BuiltInView(key = "unassigned", filter = "owner=isnull=true;status.category=in=(NEW,OPEN)"),
            @BuiltInView(
                    key = "unanswered",
                    filter = "status.category=in=(NEW,OPEN);respondedAt=isnull=true;answerBy=le=now",
                    sort = "answerBy"),
            @BuiltInView(key = "referred", filter = "sourceUser==me", sort = "-createdAt"),
            @BuiltInView(
                    key = "by-source",
                    filter = "channel=isnull=false;status.category=in=(NEW,OPEN)",
                    sort = "channel"),
            @BuiltInView(key = "disqualified", filter = "status.category==DISQUALIFIED", sort = "-disqualifiedOn")
        },
        matches = {
            @Match(by = By.EMAIL, fields = "emails", score = 95),
            @Match(by = By.PHONE, fields = "phones", score = 80),
            @Match(
                    by = By.PERSON,
                    fields = {"firstName", "lastName"},
                    near = "addresses",
                    score = 60),
            @Match(by = By.ORGANISATION, fields = "company", near = "addresses", score = 50)
        },
        reports = {
            @Report(
                    key = "conversion",
                    period = "createdAt",
                    by = {
                        "channel",
                        "sourceActivity",
                        "sourcePartner",
                        "sourceContact",
                        "sourceUser",
                        "owner",
                        "team",
                        "industry",
                        "createdAt"
                    },
                    figures = {
                        @Figure(key = "leads"),
                        @Figure(key = "qualified", filter = "status.category==QUALIFIED"),
                        @Figure(key = "disqualified", filter = "status.category==DISQUALIFIED"),
                        @Figure(key = "rate", filter = "status.category==QUALIFIED", of = "leads"),
                        @Figure(
                                key = "time",
                                filter = "status.category==QUALIFIED",
                                days = {"createdAt", "qualifiedAt"})
                    }),
            @Report(
                    key = "disqualified",
                    filter = "status.category==DISQUALIFIED",
                    period = "disqualifiedOn",
                    by = {"disqualifyReason", "channel", "sourceActivity", "owner", "disqualifiedOn"},
                    figures = @Figure(key = "leads"))
        })
class Lead extends Sourced {

    static final String NAME = "sales.lead";

    /** How it stands with the first answer. */
    enum Response {
        WAITING,
        OVERDUE,
        ANSWERED
    }

    static final String FEATURE = "sales.leads";
    static final int LONGEST_SUBJECT = 255;

    @Field(readOnly = true, searchable = true, personal = true)
    private String name;

    @Field(max = 100, searchable = true, personal = true)
    private String firstName;

    @Field(max = 100, searchable = true, personal = true)
    private String lastName;

    @Field(searchable = true)
    private String company;

    @Field(personal = true)
    private String jobTitle;

    @Field(format = Field.Format.EMAIL, searchable = true, personal = true)
    private ContactPoints emails;

    @Field(format = Field.Format.PHONE, searchable = true, personal = true)
    private ContactPoints phones;

    @Field(references = LeadStatus.NAME)
    @Column(name = "status_id")
    private UUID status;

    @Field(from = 0, to = 100)
    private Integer score;

    @Field(readOnly = true, format = Field.Format.MULTILINE)
    private String scoreReasons;

    @Field(group = "contact", format = Field.Format.URL, searchable = true)
    private String website;

    @Field(group = "contact", format = Field.Format.ADDRESS, searchable = true, personal = true)
    private ContactPoints addresses;

    @Field(group = "contact", format = Field.Format.URL, personal = true)
    private ContactPoints links;

    @Field(group = "company")
    private String industry;

    @Field(group = "company", from = 0, to = 10_000_000)
    private Integer employees;

    /** What it is about, in a few words: that of the mail it began with, or whatever somebody calls it. */
    @Field(group = "company", max = LONGEST_SUBJECT, searchable = true, personal = true)
    private String subject;

    @Field(group = "company", from = 0)
    @Embedded
    private Money budget;

    @Field(group = "company", format = Field.Format.MULTILINE, max = 10_000)
    private String need;

    @Field(group = "company", format = Field.Format.MULTILINE, max = 10_000, personal = true)
    private String notes;

    @Field(group = "decision")
    @Enumerated(EnumType.STRING)
    private DisqualifyReason disqualifyReason;

    @Field(group = "decision", format = Field.Format.MULTILINE, max = 4000)
    private String disqualifyNote;

    @Field(group = "decision")
    private LocalDate disqualifiedOn;

    /** Whether somebody has answered, and if not whether that is late; none once it is decided (S-LEAD-20). */
    @Field(reckonedBy = "sales.lead_response(status_id, answer_by, responded_at)", group = "response")
    @Transient
    private Response response;

    /** Working hours that passed before somebody answered. */
    @Field(group = "response", readOnly = true, decimals = 2)
    private BigDecimal responseHours;

    /** Days since it came. */
    @Field(reckonedBy = "sales.lead_age(created_at)", group = "response")
    @Transient
    private Integer age;

    @Field(group = "response", readOnly = true)
    private Instant answerBy;

    @Field(group = "response", readOnly = true)
    private Instant respondedAt;

    @Field(group = "response", readOnly = true)
    private Instant repliedAt;

    @Field(group = "response", readOnly = true)
    private Instant lastActivityAt;

    @Field(group = "conversion", readOnly = true)
    private Instant qualifiedAt;

    @Field(group = "conversion", readOnly = true, references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    @Field(group = "conversion", readOnly = true, references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(group = "conversion", readOnly = true, references = "sales.opportunity")
    @Column(name = "opportunity_id")
    private UUID opportunity;

    @Field(group = "decision", readOnly = true, references = Lead.NAME)
    @Column(name = "reactivates_id")
    private UUID reactivates;

    @Field(group = "decision", readOnly = true, references = Lead.NAME)
    @Column(name = "reactivated_as_id")
    private UUID reactivatedAs;

    @Field(group = "arrival", references = "sales.lead-form")
    @Column(name = "form_id")
    private UUID form;

    @Field(group = "arrival", feature = "sales.lead-sources")
    private String utmSource;

    @Field(group = "arrival", feature = "sales.lead-sources")
    private String utmMedium;

    @Field(group = "arrival", feature = "sales.lead-sources")
    private String utmCampaign;

    @Field(group = "arrival", feature = "sales.lead-sources")
    private String utmTerm;

    @Field(group = "arrival", feature = "sales.lead-sources")
    private String utmContent;

    @Field(group = "arrival", feature = "sales.lead-sources", max = 500)
    private String referrer;

    @Field(group = "arrival", feature = "sales.lead-sources", max = 500)
    private String landingPage;

    @Field(group = "arrival", format = Field.Format.MULTILINE, max = 2000)
    private String consentText;

    @Field(group = "arrival")
    private Instant consentedAt;

    /** When its owner was told that it waits too long. */
    private Instant alertedAt;

    /** Record types of what the qualification made, so that undoing it leaves alone what it only linked. */
    private String made;

    /** Where the lead was before it was qualified. */
    @Column(name = "status_before_id")
    private UUID statusBefore;

    /** Set by a verb that decides about the lead. */
    @Transient
    private boolean decidedNow;

    protected Lead() {}

    /** Sets what a new lead was made without. */
    void startAs(LeadStatus initial) {
        if (status == null) {
            status = initial.id();
        }
    }

    /** Is to hear from somebody by then (S-LEAD-20). */
    void expectAnswer(Instant by) {
        answerBy = by;
    }

    /** Drops the lead with a reason (S-LEAD-13). */
    void disqualify(LeadStatus disqualified, LocalDate on, DisqualifyReason reason, String note) {
        status = disqualified.id();
        disqualifiedOn = on;
        disqualifyReason = reason;
        disqualifyNote = note;
        decidedNow = true;
    }

    /** Turns into other records (S-CONV-01). */
    void qualify(LeadStatus qualified, Conversion.Outcome outcome) {
        statusBefore = status;
        status = qualified.id();
        qualifiedAt = Instant.now();
        account = outcome.account().orElse(null);
        contact = outcome.contact().orElse(null);
        opportunity = outcome.opportunity().orElse(null);
        made = String.join(",", new TreeSet<>(outcome.made()));
        decidedNow = true;
    }

    /** Is an open lead again, as if it had not been qualified (S-CONV-11). */
    void unqualify() {
        status = statusBefore;
        statusBefore = null;
        qualifiedAt = null;
        account = null;
        contact = null;
        opportunity = null;
        made = null;
        decidedNow = true;
    }

    /** The record of that type which the qualification made, if it did. */
    Optional<UUID> made(String type) {
        if (made == null || !List.of(made.split(",")).contains(type)) {
            return Optional.empty();
        }
        return switch (type) {
            case Conversion.ACCOUNT -> account();
            case Conversion.CONTACT -> contact();
            default -> opportunity();
        };
    }

    /** A new lead with the same person, company and need (S-LEAD-15). */
    Lead successor() {
        Lead next = new Lead();
        next.firstName = firstName;
        next.lastName = lastName;
        next.company = company;
        next.jobTitle = jobTitle;
        next.emails = emails;
        next.phones = phones;
        next.addresses = addresses;
        next.links = links;
        next.comeLike(this);
        next.website = website;
        next.industry = industry;
        next.employees = employees;
        next.budget = budget;
        next.subject = subject;
        next.need = need;
        next.notes = notes;
        next.reactivates = id();
        next.assignTo(owner(), team());
        return next;
    }

    /** Points to the lead that goes on where this one ended. */
    void continueAs(Lead next) {
        reactivatedAs = next.id();
    }

    /**
     * The name by which it is shown and found: what it is about, else the person, else the company, else the address
     * (S-LEAD-01, S-LEAD-02).
     */
    void composeName() {
        String person = Stream.of(firstName, lastName).filter(Objects::nonNull).collect(Collectors.joining(" "));
        name = Stream.of(subject, person.isEmpty() ? null : person, company, first(emails), first(phones), website)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("–");
    }

    private static String first(ContactPoints points) {
        return points == null ? null : points.primary().value();
    }

    /** Whether it can be told who this is (S-LEAD-02). */
    boolean isSomebody() {
        return Stream.of(firstName, lastName, company, emails).anyMatch(Objects::nonNull);
    }

    String name() {
        return name;
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    Optional<UUID> status() {
        return Optional.ofNullable(status);
    }

    Optional<DisqualifyReason> disqualifyReason() {
        return Optional.ofNullable(disqualifyReason);
    }

    Optional<String> disqualifyNote() {
        return Optional.ofNullable(disqualifyNote);
    }

    Optional<LocalDate> disqualifiedOn() {
        return Optional.ofNullable(disqualifiedOn);
    }

    /** Whether a person is named, who can become a contact. */
    boolean isPerson() {
        return firstName != null || lastName != null;
    }

    Optional<String> company() {
        return Optional.ofNullable(company);
    }

    /** Country of the postal address to use first. */
    Optional<String> country() {
        return Optional.ofNullable(addresses).flatMap(points -> points.primary().part("country"));
    }

    Optional<Money> budget() {
        return Optional.ofNullable(budget).filter(money -> money.amount() != null);
    }

    Optional<Instant> qualifiedAt() {
        return Optional.ofNullable(qualifiedAt);
    }

    Optional<UUID> account() {
        return Optional.ofNullable(account);
    }

    Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    Optional<UUID> opportunity() {
        return Optional.ofNullable(opportunity);
    }

    Optional<UUID> reactivatedAs() {
        return Optional.ofNullable(reactivatedAs);
    }

    /** Whether nobody has answered, and its owner was not told so yet. */
    boolean isUnanswered() {
        return respondedAt == null && alertedAt == null && owner() != null;
    }

    boolean isDecidedNow() {
        return decidedNow;
    }
}
