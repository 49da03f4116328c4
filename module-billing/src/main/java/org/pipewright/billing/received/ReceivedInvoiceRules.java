package org.pipewright.billing.received;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Until its file is there, it is called by the day on which somebody made it. */
@ApplicationScoped
class ReceivedInvoiceRules implements RecordRules<ReceivedInvoice> {

    @Inject
    CurrentTenant tenant;

    @Override
    public void derive(ReceivedInvoice invoice, Change change) {
        invoice.named(tenant.today().toString());
    }
}
