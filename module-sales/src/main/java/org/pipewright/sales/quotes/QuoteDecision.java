package org.pipewright.sales.quotes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** Evidence of what a customer answered to a quote; written once (S-QUO-08). */
@Entity
@Table(schema = "sales", name = "quote_decision")
@RecordType(
        name = QuoteDecision.NAME,
        path = "quote-decisions",
        title = "by",
        feature = Quote.FEATURE,
        partOf = "quote",
        columns = {"at", "kind", "by", "words", "address"},
        sort = "-at",
        icon = "scale",
        kept = true,
        importable = false)
public class QuoteDecision extends PartRecord {

    static final String NAME = "sales.quote-decision";

    /** What was answered. */
    enum Kind {
        ACCEPTED,
        REJECTED,
        CHANGES
    }

    @Field(required = true, references = Quote.NAME, readOnly = true)
    @Column(name = "quote_id")
    private UUID quote;

    @Field(readOnly = true)
    private Instant at;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Field(readOnly = true, max = 200)
    @Column(name = "by_name")
    private String by;

    /** What was agreed to, or said. */
    @Field(readOnly = true, format = Field.Format.MULTILINE, max = 4000)
    private String words;

    /** On the network; empty where a colleague noted it. */
    @Field(readOnly = true, max = 60)
    private String address;

    @Field(readOnly = true)
    private String program;

    /** SHA-256 of what was seen, in hexadecimal digits. */
    @Field(readOnly = true, max = 64)
    private String digest;

    /** What was taken and left of what could be chosen, each with its quantity (S-QUO-09). */
    @Field(readOnly = true, format = Field.Format.MULTILINE, max = 100_000)
    private String choice;

    protected QuoteDecision() {}

    QuoteDecision(UUID quote, Instant at, Kind kind, String by, String words) {
        this.quote = quote;
        this.at = at;
        this.kind = kind;
        this.by = by;
        this.words = words;
        standAt(1);
    }

    QuoteDecision of(String whatWasChosen) {
        choice = whatWasChosen.isEmpty() ? null : whatWasChosen;
        return this;
    }

    QuoteDecision from(String itsAddress, String itsProgram, String ofWhatWasSeen) {
        address = itsAddress;
        program = itsProgram;
        digest = ofWhatWasSeen;
        return this;
    }
}
