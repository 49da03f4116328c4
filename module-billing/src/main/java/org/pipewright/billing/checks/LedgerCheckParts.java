package org.pipewright.billing.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;

/** What was found stays as it was found. */
@ApplicationScoped
class LedgerCheckParts implements PartRules<LedgerCheck> {

    @Override
    public Optional<Refusal> objection(LedgerCheck check, String part) {
        return Optional.of(Refusal.of(BillingErrorCode.CHECKED));
    }
}
