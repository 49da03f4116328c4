package org.pipewright.platform.mailboxes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.activities.NotedMails.KeptMail;
import org.pipewright.platform.mail.MailBody;
import org.pipewright.platform.mailboxes.MailText.Attached;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.mail.MailIntake.Place;
import org.pipewright.platform.spi.mail.ReceivedMail;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * A mail that came in or went out, with the record it is kept with, or with why it is for nobody. It stays as it is, but
 * one that went out may come back.
 */
@Entity
@Table(schema = "core", name = "message")
@RecordType(
        name = Message.NAME,
        path = "messages",
        title = "subject",
        feature = Mailbox.FEATURE,
        columns = {"subject", "sender", "sentAt", "direction", "outcome", "reason", "aboutTitle"},
        sort = "-sentAt",
        menu = "work",
        order = 40,
        icon = "list",
        confidential = "confidential",
        kept = true,
        importable = false,
        views = {
            @BuiltInView(key = "taken", filter = "outcome==TAKEN;direction==INBOUND"),
            @BuiltInView(key = "sent", filter = "direction==OUTBOUND"),
            @BuiltInView(key = "returned", filter = "delivery=in=(FAILED,BOUNCED)"),
            @BuiltInView(key = "ignored", filter = "outcome==IGNORED")
        })
class Message extends OwnedRecord {

    static final String NAME = "core.message";

    /** Forty addresses of the longest kind. */
    private static final int LONGEST_LIST = 12_000;

    /** Whether it is kept with a record. */
    enum Outcome {
        TAKEN,
        IGNORED
    }

    /** Whether it came in or went out. */
    enum Direction {
        INBOUND,
        OUTBOUND
    }

    /** What became of a mail that went out. */
    enum Delivery {
        /** It has not been handed to the mail server yet. */
        WAITING,
        SENT,
        /** The mail server did not take it. */
        FAILED,
        /** It came back. */
        BOUNCED
    }

    @Field(searchable = true, personal = true)
    private String subject;

    @Field(format = Field.Format.EMAIL, searchable = true, personal = true)
    private String sender;

    @Field(personal = true)
    private String senderName;

    @Field(max = LONGEST_LIST, personal = true)
    private String recipients;

    /** Those of them who only got a copy. */
    @Field(max = LONGEST_LIST, personal = true)
    private String copies;

    @Field
    private Instant sentAt;

    @Field(format = Field.Format.MULTILINE, max = 50_000, searchable = true, personal = true)
    private String text;

    @Field(format = Field.Format.MULTILINE, max = 5_000)
    private String attachments;

    @Field
    @Enumerated(EnumType.STRING)
    private Direction direction = Direction.INBOUND;

    @Field
    @Enumerated(EnumType.STRING)
    private Delivery delivery;

    @Field(max = 500, personal = true)
    private String problem;

    /** How often it was opened; only of mails whose recipients agreed that this is noted (S-MAIL-05). */
    @Field(personal = true)
    private Integer openings;

    @Field(personal = true)
    private Instant openedAt;

    /** How often its links were followed. */
    @Field(personal = true)
    private Integer clicks;

    @Field(personal = true)
    private Instant clickedAt;

    /** Those of its links that were followed, one a line. */
    @Field(format = Field.Format.MULTILINE, max = 200_000, personal = true)
    private String followedLinks;

    @Field
    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Field
    @Enumerated(EnumType.STRING)
    private Ignored reason;

    @Field(references = Mailbox.NAME)
    @Column(name = "mailbox_id")
    private UUID mailbox;

    @Field
    private String aboutType;

    @Field
    private UUID aboutId;

    @Field
    private String aboutTitle;

    @Field
    private boolean confidential;

    private String messageKey;

    /** Message-ID of the mail that one which went out answers. */
    private String earlierKey;

    /** Cleaned; served as a page of its own. */
    private String html;

    protected Message() {}

    private Message(UUID mailbox, MailReading reading) {
        this.mailbox = mailbox;
        messageKey = reading.key();
        subject = reading.mail().subject().isEmpty() ? "–" : reading.mail().subject();
        sender = emptyToNull(reading.mail().sender());
        senderName = emptyToNull(reading.mail().senderName());
        recipients = emptyToNull(reading.recipients());
        sentAt = reading.mail().sentAt();
        text = emptyToNull(reading.mail().text());
        attachments = emptyToNull(MailReading.shortened(names(reading), 5_000));
    }

    private static String names(MailReading reading) {
        return reading.attachments().stream().map(Attached::name).collect(Collectors.joining("\n"));
    }

    /** A mail that a member writes about a record. */
    static Message sent(WrittenMail mail, String title) {
        Message message = new Message();
        message.direction = Direction.OUTBOUND;
        message.delivery = Delivery.WAITING;
        message.mailbox = mail.route().mailbox();
        message.messageKey = mail.key();
        message.subject = mail.subject();
        message.sender = mail.route().from();
        message.senderName = mail.route().name();
        message.recipients = String.join(", ", mail.everybody());
        message.copies = emptyToNull(String.join(", ", mail.cc()));
        message.earlierKey = mail.earlier().orElse(null);
        message.sentAt = Instant.now();
        message.text = emptyToNull(mail.text());
        message.html = emptyToNull(mail.markup());
        message.attachments = emptyToNull(MailReading.shortened(String.join("\n", mail.files()), 5_000));
        message.confidential = mail.confidential();
        message.keep(mail.place(), title);
        return message;
    }

    private void keep(Place place, String title) {
        outcome = Outcome.TAKEN;
        aboutType = place.recordType();
        aboutId = place.record();
        aboutTitle = MailReading.shortened(title, 250);
        assignTo(place.owner(), place.team());
    }

    /** A mail kept with a record, for everybody who may read mails or for its owner alone (S-ACT-14). */
    static Message about(UUID mailbox, MailReading reading, Place place, String title, boolean confidential) {
        Message message = new Message(mailbox, reading);
        message.html = emptyToNull(reading.markup());
        message.confidential = confidential && place.owner() != null;
        message.keep(place, title);
        return message;
    }

    /** A mail for nobody; kept without its text, unless it waits for somebody. */
    static Message ignored(UUID mailbox, MailReading reading, Ignored why) {
        Message message = new Message(mailbox, reading);
        message.outcome = Outcome.IGNORED;
        message.reason = why;
        if (message.waits()) {
            message.html = emptyToNull(reading.markup());
        } else {
            message.text = null;
        }
        return message;
    }

    /** Whether nothing takes mails of strangers at the moment, and this one waits until something does (S-SET-15). */
    boolean waits() {
        return outcome == Outcome.IGNORED && reason == Ignored.NOBODY;
    }

    /** It is for somebody after all. */
    void takeIn(Place place, String title) {
        reason = null;
        keep(place, title);
    }

    /** The mail as it came in. */
    ReceivedMail received() {
        return new ReceivedMail(
                sender,
                Objects.requireNonNullElse(senderName, ""),
                subject,
                Objects.requireNonNullElse(text, ""),
                sentAt);
    }

    /** As it is noted as an activity. */
    KeptMail noted() {
        return new KeptMail(id(), subject, text, sentAt, confidential);
    }

    /** Whether no mail server took it. */
    boolean isFailed() {
        return delivery == Delivery.FAILED;
    }

    /** Is on its way once more. */
    void waitAgain() {
        delivery = Delivery.WAITING;
        problem = null;
    }

    List<String> copies() {
        return addresses(copies);
    }

    /** Recipients who did not only get a copy. */
    List<String> to() {
        return addresses(recipients).stream()
                .filter(address -> !copies().contains(address))
                .toList();
    }

    private static List<String> addresses(String list) {
        return list == null ? List.of() : List.of(list.split(",\\s*"));
    }

    List<String> everybody() {
        return addresses(recipients);
    }

    /** What is written, as markup. */
    String markup() {
        return html == null ? MailBody.markup(Objects.requireNonNullElse(text, "")) : html;
    }

    Optional<String> earlier() {
        return Optional.ofNullable(earlierKey);
    }

    boolean isInbound() {
        return direction == Direction.INBOUND;
    }

    /** Whether only its owner sees it. */
    boolean isPrivate() {
        return confidential;
    }

    Optional<String> sender() {
        return Optional.ofNullable(sender);
    }

    /** The record it is kept with. */
    Optional<LinkedRecord> place() {
        return Optional.ofNullable(aboutId).map(record -> new LinkedRecord(aboutType, record));
    }

    Optional<UUID> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
