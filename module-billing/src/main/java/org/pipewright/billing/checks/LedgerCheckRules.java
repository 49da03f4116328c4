package org.pipewright.billing.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** A check is made by being written, and tells what it found (S-INV-14). */
@ApplicationScoped
class LedgerCheckRules implements RecordRules<LedgerCheck> {

    @Inject
    CurrentTenant tenant;

    @Inject
    Differences differences;

    @Inject
    Parts parts;

    @Inject
    Records records;

    @Override
    public void prepare(LedgerCheck check) {
        check.on(tenant.today());
    }

    @Override
    public void written(LedgerCheck check, Change change) {
        if (change.created()) {
            List<Differences.Found> found = differences.all();
            parts.add(IntStream.range(0, found.size())
                    .mapToObj(i -> new LedgerDifference(check, i + 1, found.get(i)))
                    .toList());
            records.change(check, changed -> changed.found(found.size()));
        }
    }
}
