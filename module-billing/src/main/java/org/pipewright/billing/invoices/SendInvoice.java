package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.links.Links;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.records.ProposingVerb;

/** Mails an issued invoice to the customer, with its PDF, its e-invoice and the link under which it is seen (S-INV-12). */
@ApplicationScoped
class SendInvoice implements ProposingVerb<Invoice, Letter> {

    @Inject
    InvoiceLetters letters;

    @Inject
    InvoicePapers papers;

    @Inject
    PaymentRequest request;

    @Inject
    Links links;

    @Inject
    CustomerMail mail;

    @Override
    public String name() {
        return "send";
    }

    @Override
    public boolean offered(Invoice invoice) {
        return !invoice.isDraft();
    }

    @Override
    public Letter proposed(Invoice invoice) {
        return new Letter(
                letters.address(invoice.contact(), invoice.account().orElseThrow())
                        .orElse(null),
                papers.text(invoice, "message"));
    }

    @Override
    public void perform(Invoice invoice, Letter letter) {
        String text = Stream.of(letter.message(), request.words(invoice))
                        .filter(words -> words != null && !words.isBlank())
                        .map(words -> words + "\n\n")
                        .collect(Collectors.joining())
                + links.make(Invoice.NAME, invoice.id());
        mail.send(letter.to(), papers.heading(invoice), text, papers.attachments(invoice));
        invoice.sent(Instant.now(), letter.to());
    }
}
