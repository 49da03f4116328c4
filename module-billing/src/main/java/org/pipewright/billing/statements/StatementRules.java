package org.pipewright.billing.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.ledger.Ledger;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Language;

/** A statement is told once, with its paper, from what stands in the ledger (S-INV-13). */
@ApplicationScoped
class StatementRules implements RecordRules<Statement> {

    private static final Set<String> REMARKS = Set.of("note");

    @Inject
    CurrentTenant tenant;

    @Inject
    Imprints imprints;

    @Inject
    Ledger ledger;

    @Inject
    StatementPapers papers;

    @Inject
    Parts parts;

    @Inject
    Records records;

    @Override
    public void prepare(Statement statement) {
        statement.fillGaps(
                tenant.today(), tenant.currency(), Language.of(imprints.now().language()));
    }

    @Override
    public void check(Statement statement, Change change, Violations violations) {
        boolean retold = !change.created() && !statement.isMoving() && !REMARKS.containsAll(change.fields());
        if (retold && violations.errors().isEmpty()) {
            throw Refusal.of(BillingErrorCode.STATED);
        }
        prepare(statement);
        if (statement.isBackwards()) {
            violations.reject("toDay", "out-of-range", "core.violation.out-of-range");
        }
    }

    @Override
    public void derive(Statement statement, Change change) {
        statement.named();
    }

    @Override
    public void written(Statement statement, Change change) {
        if (change.created()) {
            tell(statement);
        }
    }

    private void tell(Statement statement) {
        BigDecimal balance = BigDecimal.ZERO;
        BigDecimal opening = BigDecimal.ZERO;
        List<StatementLine> lines = new ArrayList<>();
        for (Ledger.Entry entry : ledger.entries(statement.account(), statement.currency(), statement.toDay())) {
            balance = balance.add(entry.amount());
            if (entry.day().isBefore(statement.fromDay())) {
                opening = balance;
            } else {
                lines.add(new StatementLine(statement, lines.size() + 1, entry, balance));
            }
        }
        BigDecimal before = opening;
        BigDecimal after = balance;
        parts.add(lines);
        records.change(statement, changed -> {
            changed.told(before, after);
            changed.keptAs(papers.keep(changed, lines));
        });
    }
}
