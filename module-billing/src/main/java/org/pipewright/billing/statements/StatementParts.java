package org.pipewright.billing.statements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;

/** What a customer was told stays as it is (S-INV-13). */
@ApplicationScoped
class StatementParts implements PartRules<Statement> {

    @Override
    public Optional<Refusal> objection(Statement statement, String part) {
        return Optional.of(Refusal.of(BillingErrorCode.STATED));
    }
}
