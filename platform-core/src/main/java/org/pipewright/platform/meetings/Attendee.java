package org.pipewright.platform.meetings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * Somebody who is to come to a meeting: a member, a contact, a person of another record such as a lead, or anybody with
 * an address (S-ACT-05). Is invited by mail and answers; whoever may edit the meeting notes answers as well.
 */
@Entity
@Table(schema = "core", name = "attendee")
@RecordType(
        name = Attendee.NAME,
        path = "attendees",
        title = "name",
        feature = Activity.FEATURE,
        partOf = "activity",
        columns = {"member", "contact", "name", "email", "status", "answer"},
        sort = "-createdAt",
        icon = "users",
        importable = false)
class Attendee extends PartRecord {

    static final String NAME = "core.attendee";

    @Field(required = true, references = Activity.NAME)
    @Column(name = "activity_id")
    private UUID activity;

    @Field(references = "core.member")
    @Column(name = "member_id")
    private UUID member;

    @Field(references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(searchable = true, personal = true)
    private String name;

    @Field(format = Field.Format.EMAIL, personal = true)
    private String email;

    @Field
    @Enumerated(EnumType.STRING)
    private AttendeeStatus status;

    /** What was said with it. */
    @Field(max = 4000)
    private String answer;

    /** Type of the record of a person who is neither. */
    @Field(max = 100)
    private String personType;

    @Field
    private UUID personId;

    @Field(readOnly = true)
    private Instant answeredAt;

    @Field(readOnly = true)
    private Instant invitedAt;

    protected Attendee() {}

    /** Fills what was left out with what is known of the person. */
    void fillGaps(Person known) {
        name = name == null ? known.name() : name;
        email = email == null ? known.email() : email;
        name = name == null ? email : name;
        status = status == null ? AttendeeStatus.OPEN : status;
    }

    /** Is somebody else now. */
    void forgetPerson() {
        name = null;
        email = null;
        startOver();
    }

    /** Has to answer anew. */
    void startOver() {
        status = AttendeeStatus.OPEN;
        answer = null;
        answeredAt = null;
    }

    void invited(Instant at) {
        invitedAt = at;
    }

    void answered(Instant at) {
        answeredAt = at;
    }

    void answer(AttendeeStatus said, String words, Instant at) {
        status = said;
        answer = words == null || words.isBlank() ? null : words.strip();
        answeredAt = at;
    }

    /** In another meeting nobody has been invited yet. */
    @Override
    public void renew() {
        startOver();
        invitedAt = null;
    }

    UUID activity() {
        return activity;
    }

    Optional<UUID> member() {
        return Optional.ofNullable(member);
    }

    Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    /** The record of a person who is neither member nor contact. */
    Optional<LinkedRecord> person() {
        return personType == null || personId == null
                ? Optional.empty()
                : Optional.of(new LinkedRecord(personType, personId));
    }

    boolean isHalfNamed() {
        return (personType == null) != (personId == null);
    }

    boolean hasEmail() {
        return email != null;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    AttendeeStatus status() {
        return status;
    }

    /** Whether an invitation was sent to an address that is still known. */
    boolean isInvited() {
        return invitedAt != null && email != null;
    }

    /** What is known of somebody; null where nothing is. */
    record Person(String name, String email) {

        static final Person NOBODY = new Person(null, null);
    }
}
