package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.links.Links;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Takes back all links under which people outside see an invoice (S-INV-12). */
@ApplicationScoped
class RevokeLinks implements Verb<Invoice, Nothing> {

    @Inject
    Links links;

    @Override
    public String name() {
        return "revoke-links";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.isSent();
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        links.revoke(Invoice.NAME, invoice.id());
    }
}
