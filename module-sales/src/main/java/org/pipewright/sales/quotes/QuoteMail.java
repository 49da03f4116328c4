package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.links.Links;
import org.pipewright.platform.spi.links.Links.Link;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.parties.PeopleOfDeals;

/** Mails quotes: each mail with a link of its own to the customer's page, and the paper (S-QUO-06, S-QUO-07). */
@ApplicationScoped
class QuoteMail {

    /** Between the addresses that a quote went to. */
    private static final String AND = ", ";

    @Inject
    CustomerAddresses addresses;

    @Inject
    PeopleOfDeals people;

    @Inject
    Links links;

    @Inject
    CustomerMail mail;

    @Inject
    QuoteContent content;

    @Inject
    Parts parts;

    /** What is usually written, to whom the quote is for: its person, else whoever decides in its deal, else its account. */
    QuoteLetter proposed(Quote quote) {
        Optional<String> to = quote.sentTo()
                .map(all -> all.split(AND)[0])
                .or(() -> addresses.mail(quote.contact(), Optional.empty()))
                .or(() -> quote.opportunity().flatMap(people::addressee))
                .or(() -> addresses.mail(Optional.empty(), quote.account()));
        return new QuoteLetter(to.orElse(null), null, content.text(quote, "message"));
    }

    /** To whom that goes, as the quote keeps it. */
    String recipients(Quote quote, QuoteLetter letter) {
        return String.join(AND, addresses(quote, letter));
    }

    /** Each gets a link of its own. */
    void send(Quote quote, QuoteLetter letter, List<Attachment> paper) {
        parts.add(addresses(quote, letter).stream()
                .map(to -> sent(quote, letter, to, paper))
                .toList());
    }

    private QuoteSending sent(Quote quote, QuoteLetter letter, String to, List<Attachment> paper) {
        Link link = links.open(Quote.NAME, quote.id());
        UUID posted = mail.sendRemembered(to, subject(quote), text(letter, link), paper);
        return new QuoteSending(quote.id(), Instant.now(), to, posted, link.id());
    }

    private List<String> addresses(Quote quote, QuoteLetter letter) {
        Optional<String> also = Optional.ofNullable(letter.alsoTo()).map(party -> address(quote, party));
        return Stream.concat(Stream.of(letter.to()), also.stream()).distinct().toList();
    }

    private String address(Quote quote, UUID party) {
        if (quote.opportunity().filter(deal -> people.isReachable(deal, party)).isEmpty()) {
            throw refused("not-offered", "core.violation.not-offered");
        }
        return people.mail(party).orElseThrow(() -> refused("no-address", "sales.violation.no-address"));
    }

    private static Refusal refused(String code, String text) {
        return new Refusal(SalesErrorCode.RECIPIENT, Map.of(), List.of(new FieldError("alsoTo", code, text)));
    }

    private String subject(Quote quote) {
        return content.text(quote, "heading") + " " + quote.number().orElseThrow() + ": " + quote.name();
    }

    private static String text(QuoteLetter letter, Link link) {
        return Optional.ofNullable(letter.message())
                        .map(words -> words + "\n\n")
                        .orElse("")
                + link.address();
    }
}
