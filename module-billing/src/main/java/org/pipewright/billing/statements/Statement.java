package org.pipewright.billing.statements;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.texts.Language;

/** What a customer owed before a period and after it, and what happened in between, as it is told once (S-INV-13). */
@Entity
@Table(schema = "billing", name = "statement")
@RecordType(
        name = Statement.NAME,
        path = "statements",
        title = "name",
        feature = "billing.invoices",
        columns = {"name", "account", "opening", "closing", "sentAt"},
        menu = "billing",
        order = 60,
        icon = "file-text",
        importable = false)
class Statement extends CrmRecord {

    static final String NAME = "billing.statement";

    /** The period. */
    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(required = true, references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    /** The first of January if nobody says another. */
    @Field
    private LocalDate fromDay;

    /** Today if nobody says another. */
    @Field
    private LocalDate toDay;

    /** What is owed in others stands on statements of their own. */
    @Field(format = Field.Format.ANY_CURRENCY)
    private String currency;

    @Field(format = Field.Format.LANGUAGE)
    private String language;

    /** Before the period. */
    @Field(readOnly = true)
    @Embedded
    private Money opening;

    /** At its end. */
    @Field(readOnly = true)
    @Embedded
    private Money closing;

    @Field(format = Field.Format.MULTILINE, max = 2000)
    private String note;

    @Field(readOnly = true, group = "delivery")
    private Instant sentAt;

    @Field(readOnly = true, group = "delivery")
    private String sentTo;

    @Column(name = "paper_id")
    private UUID paper;

    @Transient
    private boolean moving;

    protected Statement() {}

    /** Gives what nobody chose. */
    void fillGaps(LocalDate today, String usualCurrency, Language usual) {
        toDay = toDay == null ? today : toDay;
        fromDay = fromDay == null ? toDay.withDayOfYear(1) : fromDay;
        currency = currency == null ? usualCurrency : currency;
        language = language == null ? usual.code() : language;
    }

    /** Is called by its period. */
    void named() {
        name = fromDay + " – " + toDay;
    }

    boolean isBackwards() {
        return toDay.isBefore(fromDay);
    }

    /** Is told for good. */
    void told(BigDecimal before, BigDecimal after) {
        moving = true;
        opening = Money.rounded(before, currency);
        closing = Money.rounded(after, currency);
    }

    void keptAs(UUID file) {
        moving = true;
        paper = file;
    }

    /** Went to the customer. */
    void sent(Instant at, String to) {
        moving = true;
        sentAt = at;
        sentTo = to;
    }

    /** Whether the module itself is at it. */
    boolean isMoving() {
        return moving;
    }

    /** Name of its file. */
    String file() {
        return "statement-" + fromDay + "-" + toDay + ".pdf";
    }

    String name() {
        return name;
    }

    UUID account() {
        return account;
    }

    LocalDate fromDay() {
        return fromDay;
    }

    LocalDate toDay() {
        return toDay;
    }

    String currency() {
        return currency;
    }

    Language language() {
        return Language.of(language);
    }

    Money opening() {
        return opening;
    }

    Money closing() {
        return closing;
    }

    Optional<UUID> paper() {
        return Optional.ofNullable(paper);
    }
}
