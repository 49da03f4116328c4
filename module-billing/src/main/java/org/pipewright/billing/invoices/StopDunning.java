package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Leaves an invoice out of reminding, as while it is disputed (S-INV-08). */
@ApplicationScoped
class StopDunning implements Verb<Invoice, Nothing> {

    @Override
    public String name() {
        return "stop-dunning";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.mayBeDunned();
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        invoice.stopDunning(true);
    }
}
