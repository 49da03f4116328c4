package org.pipewright.billing.invoices;

import java.util.Optional;
import org.pipewright.billing.einvoices.EInvoiceRules;

/** Which e-invoice goes with the paper, chosen for each customer (S-EINV-03). */
public enum EInvoiceForm {
    /** None: the paper alone, such as for consumers and in currencies the standard does not know. */
    NONE(null),
    EN16931(EInvoiceRules.EN16931),
    XRECHNUNG(EInvoiceRules.XRECHNUNG),
    PEPPOL(EInvoiceRules.PEPPOL);

    private final EInvoiceRules rules;

    EInvoiceForm(EInvoiceRules rules) {
        this.rules = rules;
    }

    /** The rules its e-invoice obeys; none if there is none. */
    public Optional<EInvoiceRules> rules() {
        return Optional.ofNullable(rules);
    }
}
