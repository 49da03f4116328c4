package org.pipewright.billing.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pipewright.billing.invoices.Letter;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.texts.Wording;

/** Mails a statement to the customer, as PDF (S-INV-13). */
@ApplicationScoped
class SendStatement implements ProposingVerb<Statement, Letter> {

    @Inject
    CustomerAddresses addresses;

    @Inject
    StatementPapers drawn;

    @Inject
    Papers papers;

    @Inject
    CustomerMail mail;

    @Inject
    Wording wording;

    @Override
    public String name() {
        return "send";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public Letter proposed(Statement statement) {
        return new Letter(
                addresses
                        .mail(Optional.empty(), Optional.of(statement.account()))
                        .orElse(null),
                wording.text(statement.language().locale(), "billing.statement.page.message"));
    }

    @Override
    public void perform(Statement statement, Letter letter) {
        List<Attachment> files = statement.paper().map(papers::content).stream()
                .map(pdf -> new Attachment(statement.file(), "application/pdf", pdf))
                .toList();
        String message = Optional.ofNullable(letter.message()).orElse("");
        mail.send(letter.to(), drawn.title(statement), message, files);
        statement.sent(Instant.now(), letter.to());
    }
}
