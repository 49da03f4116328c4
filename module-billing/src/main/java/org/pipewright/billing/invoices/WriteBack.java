package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Asks again for what was written off, as when it is paid after all (S-PAY-05). */
@ApplicationScoped
class WriteBack implements Verb<Invoice, Nothing> {

    @Inject
    CurrentTenant tenant;

    @Override
    public String name() {
        return "write-back";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.isWrittenOff();
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        invoice.writeBack(tenant.today());
    }
}
