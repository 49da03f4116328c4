package org.pipewright.billing.statements;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.billing.ledger.EntryKind;
import org.pipewright.billing.ledger.Ledger;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** Something that happened with the customer's account, and what was owed then (S-INV-13). */
@Entity
@Table(schema = "billing", name = "statement_line")
@RecordType(
        name = "billing.statement-line",
        path = "statement-lines",
        title = "reference",
        feature = "billing.invoices",
        columns = {"day", "kind", "reference", "amount"},
        kept = true,
        importable = false,
        partOf = "statement",
        essential = true)
class StatementLine extends PartRecord {

    @Field(required = true, references = Statement.NAME, readOnly = true)
    @Column(name = "statement_id")
    private UUID statement;

    @Field(readOnly = true)
    private LocalDate day;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    /** Number of the document, or by what a payment is known. */
    @Field(readOnly = true, max = 140)
    private String reference;

    /** What more is owed by it. */
    @Field(readOnly = true)
    @Embedded
    private Money amount;

    @Field(readOnly = true)
    @Embedded
    private Money balance;

    protected StatementLine() {}

    StatementLine(Statement statement, int position, Ledger.Entry entry, BigDecimal after) {
        this.statement = statement.id();
        day = entry.day();
        kind = entry.kind();
        reference = entry.reference().isEmpty() ? null : entry.reference();
        amount = Money.rounded(entry.amount(), statement.currency());
        balance = Money.rounded(after, statement.currency());
        standAt(position);
    }

    LocalDate day() {
        return day;
    }

    EntryKind kind() {
        return kind;
    }

    String reference() {
        return reference == null ? "" : reference;
    }

    Money amount() {
        return amount;
    }

    Money balance() {
        return balance;
    }
}
