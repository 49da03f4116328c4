package org.pipewright.sales.quotes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * A mail with a quote to one recipient, and what became of it (S-QUO-06). What mail servers did with it is told by the letter
 * itself; here stands whether somebody looked at the quote by the link in it.
 */
@Entity
@Table(schema = "sales", name = "quote_sending")
@RecordType(
        name = QuoteSending.NAME,
        path = "quote-sendings",
        title = "recipient",
        feature = Quote.FEATURE,
        partOf = "quote",
        columns = {"sentAt", "recipient", "delivery", "handedOverAt", "problem", "viewedAt"},
        sort = "-sentAt",
        icon = "list",
        kept = true,
        importable = false)
public class QuoteSending extends PartRecord {

    static final String NAME = "sales.quote-sending";

    /** How far a mail got. */
    enum Delivery {
        WAITING,
        /** The mail server has it. */
        SENT,
        /** No mail server took it. */
        FAILED,
        RETURNED
    }

    @Field(required = true, references = Quote.NAME, readOnly = true)
    @Column(name = "quote_id")
    private UUID quote;

    @Field(readOnly = true)
    private Instant sentAt;

    @Field(readOnly = true, max = 320)
    private String recipient;

    @Column(name = "letter_id")
    private UUID letter;

    @Column(name = "link_id")
    private UUID link;

    @Field(reckonedBy = "platform.letter_state(letter_id)")
    @Transient
    private Delivery delivery;

    @Field(reckonedBy = "platform.letter_handed_over(letter_id)")
    @Transient
    private Instant handedOverAt;

    /** Why it did not arrive, in the words of the mail server. */
    @Field(reckonedBy = "platform.letter_problem(letter_id)", max = 500)
    @Transient
    private String problem;

    /** When the quote was first looked at by the link in this mail. */
    @Field(readOnly = true)
    private Instant viewedAt;

    protected QuoteSending() {}

    QuoteSending(UUID quote, Instant sentAt, String recipient, UUID letter, UUID link) {
        this.quote = quote;
        this.sentAt = sentAt;
        this.recipient = recipient;
        this.letter = letter;
        this.link = link;
        standAt(1);
    }

    /** Whether somebody comes by its link for the first time. */
    boolean isNewTo(UUID followed) {
        return viewedAt == null && link.equals(followed);
    }

    void viewed(Instant at) {
        viewedAt = at;
    }
}
