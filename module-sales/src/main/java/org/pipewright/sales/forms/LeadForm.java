package org.pipewright.sales.forms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.forms.PublicForm;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.texts.Language;

/**
 * A form on the web by which people outside become leads (S-LEAD-08): what it asks, what it says, and to whom the leads
 * go.
 */
@Entity
@Table(schema = "sales", name = "lead_form")
@RecordType(
        name = LeadForm.NAME,
        path = "lead-forms",
        title = "name",
        feature = LeadForm.FEATURE,
        columns = {"name", "heading", "active", "confirmed", "assignee", "address"},
        sort = "name",
        menu = "settings",
        order = 215,
        icon = "list",
        importable = false)
class LeadForm extends CrmRecord {

    static final String NAME = "sales.lead-form";
    static final String FEATURE = "sales.lead-forms";

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field
    private boolean active = true;

    @Field(format = Field.Format.LANGUAGE)
    private String language;

    @Field(format = Field.Format.URL, readOnly = true, max = 500)
    private String address;

    @Field(format = Field.Format.MULTILINE, readOnly = true, max = 2000)
    private String snippet;

    @Field(group = "wording", required = true)
    private String heading;

    @Field(group = "wording", format = Field.Format.MULTILINE, max = 2000)
    private String introduction;

    @Field(group = "wording", format = Field.Format.MULTILINE, max = 2000)
    private String consent;

    @Field(group = "wording", format = Field.Format.MULTILINE, max = 2000)
    private String thanks;

    @Field(group = "questions")
    @Enumerated(EnumType.STRING)
    private Asked asksFirstName;

    @Field(group = "questions")
    @Enumerated(EnumType.STRING)
    private Asked asksLastName;

    @Field(group = "questions")
    @Enumerated(EnumType.STRING)
    private Asked asksCompany;

    @Field(group = "questions")
    @Enumerated(EnumType.STRING)
    private Asked asksJobTitle;

    @Field(group = "questions")
    @Enumerated(EnumType.STRING)
    private Asked asksEmail;

    @Field(group = "questions")
    @Enumerated(EnumType.STRING)
    private Asked asksPhone;

    @Field(group = "questions")
    @Enumerated(EnumType.STRING)
    private Asked asksWebsite;

    @Field(group = "questions")
    @Enumerated(EnumType.STRING)
    private Asked asksNeed;

    @Field(group = "intake", references = "core.member")
    @Column(name = "assignee_id")
    private UUID assignee;

    @Field(group = "intake", references = "core.team")
    @Column(name = "lead_team_id")
    private UUID leadTeam;

    @Field(group = "intake", references = "sales.channel", feature = "sales.lead-sources")
    @Column(name = "channel_id")
    private UUID channel;

    @Field(group = "intake")
    private boolean confirmed;

    @Field(group = "intake", format = Field.Format.MULTILINE, max = 2000)
    private String origins;

    protected LeadForm() {}

    /** Asks for name, company, e-mail address and need unless told otherwise. */
    void fillGaps(Language preferred) {
        language = language == null ? preferred.code() : language;
        asksFirstName = or(asksFirstName, Asked.OPTIONAL);
        asksLastName = or(asksLastName, Asked.REQUIRED);
        asksCompany = or(asksCompany, Asked.OPTIONAL);
        asksJobTitle = or(asksJobTitle, Asked.NO);
        asksEmail = or(asksEmail, Asked.REQUIRED);
        asksPhone = or(asksPhone, Asked.OPTIONAL);
        asksWebsite = or(asksWebsite, Asked.NO);
        asksNeed = or(asksNeed, Asked.OPTIONAL);
    }

    private static Asked or(Asked chosen, Asked otherwise) {
        return chosen == null ? otherwise : chosen;
    }

    /** Keeps where the form is found. */
    void isAt(String page, String embedded) {
        address = page;
        snippet = embedded;
    }

    /** Whether somebody can be made out from the answers (S-LEAD-02). */
    boolean tellsWho() {
        return List.of(asksLastName, asksCompany, asksEmail).contains(Asked.REQUIRED);
    }

    /** Whether a mail can ask for the confirmation. */
    boolean reaches() {
        return asksEmail == Asked.REQUIRED;
    }

    boolean isActive() {
        return active;
    }

    boolean isConfirmed() {
        return confirmed;
    }

    Optional<UUID> assignee() {
        return Optional.ofNullable(assignee);
    }

    Optional<UUID> leadTeam() {
        return Optional.ofNullable(leadTeam);
    }

    Optional<UUID> channel() {
        return Optional.ofNullable(channel);
    }

    /** Sites that may show it, one a line. */
    Set<String> origins() {
        return origins == null
                ? Set.of()
                : Arrays.stream(origins.strip().split("\\s+"))
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.replaceAll("/+$", ""))
                        .collect(Collectors.toSet());
    }

    /** The form as people outside see it. */
    PublicForm shown(String recordType) {
        return new PublicForm(
                id(),
                recordType,
                FEATURE,
                Language.of(language).locale(),
                new PublicForm.Wording(heading, text(introduction), text(consent), text(thanks)),
                questions(),
                confirmed,
                origins());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private Map<String, Boolean> questions() {
        Map<String, Boolean> questions = new LinkedHashMap<>();
        ask(questions, "firstName", asksFirstName);
        ask(questions, "lastName", asksLastName);
        ask(questions, "company", asksCompany);
        ask(questions, "jobTitle", asksJobTitle);
        ask(questions, "emails", asksEmail);
        ask(questions, "phones", asksPhone);
        ask(questions, "website", asksWebsite);
        ask(questions, "need", asksNeed);
        return questions;
    }

    private static void ask(Map<String, Boolean> questions, String field, Asked asked) {
        if (asked != Asked.NO) {
            questions.put(field, asked == Asked.REQUIRED);
        }
    }
}
