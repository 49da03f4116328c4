package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentTotals;

/** Self-billed invoices come to what their lines do. */
@ApplicationScoped
class SelfBilledTotals extends DocumentTotals<SelfBilledInvoice, SelfBilledLine> {

    SelfBilledTotals() {
        super(SelfBilledInvoice.class, SelfBilledLine.class);
    }
}
