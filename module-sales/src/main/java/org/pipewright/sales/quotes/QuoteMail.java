package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.links.Links;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;
import org.pipewright.sales.letters.Letter;

/** Mails quotes: each mail with a link of its own to the customer's page, and the paper (S-QUO-06, S-QUO-07). */
@ApplicationScoped
class QuoteMail {

    @Inject
    CustomerAddresses addresses;

    @Inject
    Links links;

    @Inject
    CustomerMail mail;

    @Inject
    QuoteContent content;

    /** What is usually written, to whom the quote is for. */
    Letter proposed(Quote quote) {
        Optional<String> to = quote.sentTo().or(() -> addresses.mail(quote.contact(), quote.account()));
        return new Letter(to.orElse(null), content.text(quote, "message"));
    }

    void send(Quote quote, Letter letter, List<Attachment> paper) {
        mail.send(letter.to(), subject(quote), text(quote, letter), paper);
    }

    private String subject(Quote quote) {
        return content.text(quote, "heading") + " " + quote.number().orElseThrow() + ": " + quote.name();
    }

    private String text(Quote quote, Letter letter) {
        return Optional.ofNullable(letter.message())
                        .map(words -> words + "\n\n")
                        .orElse("")
                + links.make(Quote.NAME, quote.id());
    }
}
