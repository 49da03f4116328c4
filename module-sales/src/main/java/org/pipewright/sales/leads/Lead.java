package org.pipewright.sales.leads;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

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
        columns = {"name", "company", "email", "phone", "status", "score", "owner"},
        sort = "-createdAt",
        menu = "sales",
        order = 10,
        icon = "user-plus")
class Lead extends OwnedRecord {

    static final String NAME = "sales.lead";
    static final String FEATURE = "sales.leads";

    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(max = 100)
    private String firstName;

    @Field(max = 100)
    private String lastName;

    @Field(searchable = true)
    private String company;

    @Field
    private String jobTitle;

    @Field(format = Field.Format.EMAIL, searchable = true)
    private String email;

    @Field(format = Field.Format.PHONE, searchable = true)
    private String phone;

    @Field(references = LeadStatus.NAME)
    @Column(name = "status_id")
    private UUID status;

    @Field(feature = "sales.lead-sources")
    private String source;

    @Field(feature = "sales.lead-sources")
    private String channel;

    @Field(from = 0, to = 100)
    private Integer score;

    @Field(group = "contact", format = Field.Format.EMAIL, searchable = true)
    private String otherEmail;

    @Field(group = "contact", format = Field.Format.PHONE, searchable = true)
    private String mobile;

    @Field(group = "contact", format = Field.Format.URL, searchable = true)
    private String website;

    @Field(group = "address")
    private String street;

    @Field(group = "address", max = 20)
    private String postalCode;

    @Field(group = "address")
    private String city;

    @Field(group = "address")
    private String region;

    @Field(group = "address", format = Field.Format.COUNTRY)
    private String country;

    @Field(group = "company")
    private String industry;

    @Field(group = "company", from = 0, to = 10_000_000)
    private Integer employees;

    @Field(group = "company", from = 0)
    @Embedded
    private Money budget;

    @Field(group = "company", format = Field.Format.MULTILINE, max = 10_000)
    private String need;

    @Field(group = "company", format = Field.Format.MULTILINE, max = 10_000)
    private String notes;

    @Field(group = "decision")
    @Enumerated(EnumType.STRING)
    private DisqualifyReason disqualifyReason;

    @Field(group = "decision", format = Field.Format.MULTILINE, max = 4000)
    private String disqualifyNote;

    @Field(group = "decision")
    private LocalDate disqualifiedOn;

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

    /** Drops the lead with a reason (S-LEAD-13). */
    void disqualify(LeadStatus disqualified, LocalDate on, DisqualifyReason reason, String note) {
        status = disqualified.id();
        disqualifiedOn = on;
        disqualifyReason = reason;
        disqualifyNote = note;
        decidedNow = true;
    }

    /** The name by which it is shown and found: the person, else the company, else the address (S-LEAD-02). */
    void composeName() {
        String person = Stream.of(firstName, lastName).filter(Objects::nonNull).collect(Collectors.joining(" "));
        name = Stream.of(person.isEmpty() ? null : person, company, email, phone, website)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("–");
    }

    /** Whether it can be told who this is (S-LEAD-02). */
    boolean isSomebody() {
        return Stream.of(firstName, lastName, company, email).anyMatch(Objects::nonNull);
    }

    String name() {
        return name;
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

    boolean isDecidedNow() {
        return decidedNow;
    }
}
