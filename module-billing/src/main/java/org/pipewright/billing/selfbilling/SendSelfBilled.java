package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.pipewright.billing.invoices.InvoiceLetters;
import org.pipewright.billing.invoices.Letter;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.records.ProposingVerb;

/** Mails an issued one to the supplier with its PDF and e-invoice; there is no link with it under which somebody could pay. */
@ApplicationScoped
class SendSelfBilled implements ProposingVerb<SelfBilledInvoice, Letter> {

    @Inject
    InvoiceLetters letters;

    @Inject
    SelfBilledPapers papers;

    @Inject
    CustomerMail mail;

    @Override
    public String name() {
        return "send";
    }

    @Override
    public boolean offered(SelfBilledInvoice invoice) {
        return !invoice.isDraft();
    }

    @Override
    public Letter proposed(SelfBilledInvoice invoice) {
        return new Letter(
                letters.address(invoice.contact(), invoice.supplier()).orElse(null),
                papers.text(invoice, "self-billed-message"));
    }

    @Override
    public void perform(SelfBilledInvoice invoice, Letter letter) {
        mail.send(
                letter.to(),
                papers.heading(invoice),
                Optional.ofNullable(letter.message()).orElse(""),
                papers.attachments(invoice));
        invoice.sent(Instant.now(), letter.to());
    }
}
