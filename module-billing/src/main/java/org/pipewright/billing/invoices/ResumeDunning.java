package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Lets an invoice be reminded of again (S-INV-08). */
@ApplicationScoped
class ResumeDunning implements Verb<Invoice, Nothing> {

    @Override
    public String name() {
        return "resume-dunning";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.isDunningStopped();
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        invoice.stopDunning(false);
    }
}
