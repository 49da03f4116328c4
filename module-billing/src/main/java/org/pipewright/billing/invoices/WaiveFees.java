package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Gives up the fees of reminders, as long as they are not paid (S-INV-08). */
@ApplicationScoped
class WaiveFees implements Verb<Invoice, Nothing> {

    @Inject
    CurrentTenant tenant;

    @Override
    public String name() {
        return "waive-fees";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.hasFees();
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        invoice.waiveFees(tenant.today());
        if (invoice.isOverdrawn()) {
            throw Refusal.of(BillingErrorCode.FEES_PAID, invoice.number().orElse(""));
        }
    }
}
