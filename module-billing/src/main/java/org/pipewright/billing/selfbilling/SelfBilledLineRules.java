package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentLineRules;

/** Lines of self-billed invoices are like those of any document. */
@ApplicationScoped
class SelfBilledLineRules extends DocumentLineRules<SelfBilledInvoice, SelfBilledLine> {

    SelfBilledLineRules() {
        super(SelfBilledInvoice.class);
    }
}
