package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.ProposingVerb;

/** Mails a quote that is out once more, as it was sent, with another link to it (S-QUO-06). */
@ApplicationScoped
class SendQuoteAgain extends QuoteVerb<QuoteLetter> implements ProposingVerb<Quote, QuoteLetter> {

    @Inject
    QuoteMail mail;

    @Inject
    QuotePapers papers;

    @Inject
    Decisions decisions;

    SendQuoteAgain() {
        super("send-again", QuoteStatus.SENT);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public QuoteLetter proposed(Quote quote) {
        return mail.proposed(quote);
    }

    @Override
    public void perform(Quote quote, QuoteLetter letter) {
        decisions.requireInTime(quote);
        quote.sendAgain(mail.recipients(quote, letter));
        mail.send(quote, letter, papers.attached(quote));
    }
}
