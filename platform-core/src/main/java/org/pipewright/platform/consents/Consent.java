package org.pipewright.platform.consents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.contacts.Contact;
import org.pipewright.platform.contacts.LawfulBasis;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/** One decision of a contact about being mailed or called: what, on what ground, from where and when. It is kept. */
@Entity
@Table(schema = "core", name = "consent")
@RecordType(
        name = "core.consent",
        path = "consents",
        title = "name",
        columns = {"name", "contact", "channel", "given", "lawfulBasis", "source", "decidedOn"},
        sort = "-createdAt",
        icon = "shield")
public class Consent extends OwnedRecord {

    /** What is decided on. */
    public enum Channel {
        EMAIL,
        PHONE,
        /** Noting that a mail was opened and its links followed; nobody who said nothing has agreed (S-MAIL-05). */
        TRACKING
    }

    @Field(readOnly = true)
    private String name;

    @Field(format = Field.Format.MULTILINE, max = 4000, personal = true)
    private String note;

    @Field(required = true, references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Field
    private boolean given;

    @Field
    @Enumerated(EnumType.STRING)
    private LawfulBasis lawfulBasis;

    @Field(required = true)
    private String source;

    @Field
    private LocalDate decidedOn;

    protected Consent() {}

    /** A decision that was told by ticking a box of the contact. */
    static Consent of(Contact contact, Channel channel, boolean given, String source, LocalDate today) {
        Consent consent = new Consent();
        consent.contact = contact.id();
        consent.channel = channel;
        consent.given = given;
        consent.lawfulBasis = contact.lawfulBasis().orElse(null);
        consent.source = source;
        consent.decidedOn = today;
        consent.assignTo(contact.owner(), contact.team());
        return consent;
    }

    /** Names it and dates it. */
    void settle(String decision, LocalDate today) {
        name = decision;
        if (decidedOn == null) {
            decidedOn = today;
        }
    }

    UUID contact() {
        return contact;
    }

    Channel channel() {
        return channel;
    }

    boolean isGiven() {
        return given;
    }

    LawfulBasis lawfulBasis() {
        return lawfulBasis;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }
}
