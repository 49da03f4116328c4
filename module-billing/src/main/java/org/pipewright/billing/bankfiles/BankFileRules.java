package org.pipewright.billing.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** What entries came from stays. */
@ApplicationScoped
class BankFileRules implements RecordRules<BankFile> {

    @Inject
    CurrentTenant tenant;

    @Override
    public void derive(BankFile file, Change change) {
        file.named(tenant.today().toString());
    }

    @Override
    public void requireDeletable(BankFile file) {
        if (file.entries() > 0) {
            throw Refusal.of(BillingErrorCode.BANK_FILE_READ, file.name());
        }
    }
}
