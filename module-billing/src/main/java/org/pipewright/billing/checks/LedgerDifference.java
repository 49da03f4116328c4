package org.pipewright.billing.checks;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** Something that does not agree (S-INV-14). */
@Entity
@Table(schema = "billing", name = "ledger_difference")
@RecordType(
        name = "billing.ledger-difference",
        path = "ledger-differences",
        title = "reference",
        feature = "billing.invoices",
        columns = {"kind", "reference", "invoice", "payment", "difference"},
        kept = true,
        importable = false,
        partOf = "check",
        essential = true)
class LedgerDifference extends PartRecord {

    @Field(required = true, references = LedgerCheck.NAME, readOnly = true)
    @Column(name = "check_id")
    private UUID check;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private DifferenceKind kind;

    /** Number of the document, or by what a payment is known; what is gone altogether has none. */
    @Field(readOnly = true, max = 200)
    private String reference;

    @Field(readOnly = true, references = "billing.invoice")
    @Column(name = "invoice_id")
    private UUID invoice;

    @Field(readOnly = true, references = "billing.payment", feature = "billing.payments")
    @Column(name = "payment_id")
    private UUID payment;

    /** How much more the one says than the other. */
    @Field(readOnly = true)
    @Embedded
    private Money difference;

    protected LedgerDifference() {}

    LedgerDifference(LedgerCheck check, int position, Differences.Found found) {
        this.check = check.id();
        kind = found.kind();
        reference = found.reference().orElse(null);
        invoice = found.invoice().orElse(null);
        payment = found.payment().orElse(null);
        difference = found.difference();
        standAt(position);
    }
}
