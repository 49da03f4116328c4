package org.pipewright.billing.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;

/** Makes a term the one that invoices start from; the former default gives way. */
@ApplicationScoped
class MakeDefault implements Verb<PaymentTerm, Nothing> {

    @Inject
    PaymentTerms terms;

    @Inject
    Records records;

    @Override
    public String name() {
        return "make-default";
    }

    @Override
    public boolean offered(PaymentTerm term) {
        return !term.isDefault();
    }

    @Override
    public void perform(PaymentTerm term, Nothing nothing) {
        terms.standard().ifPresent(former -> records.change(former, PaymentTerm::giveWay));
        term.makeDefault();
    }
}
