package org.pipewright.platform.contacts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Match;
import org.pipewright.platform.spi.records.Match.By;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/** A person the tenant deals with (S-CON-01). */
@Entity
@Table(schema = "core", name = "contact")
@RecordType(
        name = "core.contact",
        path = "contacts",
        title = "name",
        columns = {"name", "jobTitle", "account", "emails", "phones", "owner"},
        sort = "name",
        menu = "customers",
        order = 20,
        icon = "user",
        activities = true,
        assignable = true,
        mergeable = true,
        matches = {
            @Match(by = By.EMAIL, fields = "emails", score = 95),
            @Match(by = By.PHONE, fields = "phones", score = 70),
            @Match(
                    by = By.PERSON,
                    fields = {"firstName", "lastName"},
                    near = {"account", "addresses"},
                    score = 60)
        })
public class Contact extends OwnedRecord {

    @Field(readOnly = true, searchable = true, personal = true)
    private String name;

    @Field(searchable = true, max = 100, personal = true)
    private String firstName;

    @Field(required = true, searchable = true, max = 100, personal = true)
    private String lastName;

    @Field(max = 100, personal = true)
    private String salutation;

    @Field(personal = true)
    private String jobTitle;

    @Field(references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    /** In which they are written to. */
    @Field(format = Field.Format.LANGUAGE)
    private String language;

    @Field(format = Field.Format.EMAIL, searchable = true, personal = true)
    private ContactPoints emails;

    @Field(format = Field.Format.PHONE, searchable = true, personal = true)
    private ContactPoints phones;

    @Field(format = Field.Format.ADDRESS, searchable = true, personal = true)
    private ContactPoints addresses;

    @Field(format = Field.Format.URL, personal = true)
    private ContactPoints links;

    @Field(personal = true)
    private LocalDate birthday;

    @Field(group = "consent")
    private boolean doNotCall;

    @Field(group = "consent")
    private boolean doNotMail;

    @Field(group = "consent")
    @Enumerated(EnumType.STRING)
    private LawfulBasis lawfulBasis;

    @Field(format = Field.Format.MULTILINE, max = 10_000, personal = true)
    private String notes;

    @Field(group = "activity", readOnly = true)
    private Instant lastInboundAt;

    @Field(group = "activity", readOnly = true)
    private Instant lastOutboundAt;

    @Field(group = "activity", readOnly = true)
    private int contactsMade;

    @Field(group = "activity", readOnly = true)
    private Instant lastActivityAt;

    protected Contact() {}

    /** A contact for module code that makes one. */
    public static Contact named(String firstName, String lastName) {
        Contact contact = new Contact();
        contact.firstName = firstName;
        contact.lastName = lastName;
        return contact;
    }

    /** The name under which the contact is shown and found. */
    void composeName() {
        name = Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    public String name() {
        return name;
    }

    UUID account() {
        return account;
    }

    String jobTitle() {
        return jobTitle;
    }

    /** Makes it the main account, or none. */
    void workFor(UUID newAccount) {
        account = newAccount;
    }

    public Optional<ContactPoints> emails() {
        return Optional.ofNullable(emails);
    }

    /** Whether it may be written to. */
    public boolean isMailable() {
        return !doNotMail;
    }

    /** Whether it may be called. */
    public boolean isCallable() {
        return !doNotCall;
    }

    public Optional<LawfulBasis> lawfulBasis() {
        return Optional.ofNullable(lawfulBasis);
    }

    /** Takes over a decision about mail. */
    public void allowMail(boolean allowed) {
        doNotMail = !allowed;
    }

    /** Takes over a decision about calls. */
    public void allowCalls(boolean allowed) {
        doNotCall = !allowed;
    }

    /** Takes over the ground on which the contact is addressed. */
    public void restOn(LawfulBasis basis) {
        lawfulBasis = basis;
    }
}
