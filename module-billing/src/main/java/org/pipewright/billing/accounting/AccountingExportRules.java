package org.pipewright.billing.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** An export is made once, with its file; what accounting has got is not changed afterwards (S-INV-15). */
@ApplicationScoped
class AccountingExportRules implements RecordRules<AccountingExport> {

    private static final Set<String> REMARKS = Set.of("note");

    @Inject
    Postings postings;

    @Inject
    ExportWriting writing;

    @Inject
    Papers papers;

    @Inject
    Records records;

    @Override
    public void check(AccountingExport export, Change change, Violations violations) {
        if (export.isBackwards()) {
            violations.reject("toDay", "out-of-range", "core.violation.out-of-range");
        }
        boolean locked = !change.created() && !export.isCounting() && !REMARKS.containsAll(change.fields());
        if (locked && violations.errors().isEmpty()) {
            throw Refusal.of(BillingErrorCode.EXPORTED);
        }
    }

    @Override
    public void derive(AccountingExport export, Change change) {
        export.named();
    }

    @Override
    public void written(AccountingExport export, Change change) {
        if (change.created()) {
            int given = postings.give(export);
            int documents = export.isAgain() ? postings.all(export) : given;
            records.change(export, changed -> changed.count(documents));
            papers.keep(
                    AccountingExport.NAME, export.id(), export.file(), writing.written(export, postings.of(export)));
        }
    }
}
