package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.consents.Declined;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.openings.MailOpenings;
import org.pipewright.platform.outbox.Outbox;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Sends a mail again that the mail server did not take, as it was written (S-MAIL-01). */
@ApplicationScoped
class SendAgain implements Verb<Message, Nothing> {

    @Inject
    Declined declined;

    @Inject
    Routes routes;

    @Inject
    MailOpenings openings;

    @Inject
    Outbox outbox;

    @Inject
    CallerBinding callers;

    @Override
    public String name() {
        return "send-again";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Message message) {
        return message.isFailed();
    }

    @Override
    public void perform(Message message, Nothing nothing) {
        callers.requireCapability(CoreModule.MAILS);
        declined.requireNone(message.everybody());
        message.waitAgain();
        PostedMail posted = new PostedMail(
                message.id(),
                message.to(),
                message.copies(),
                routes.answers(message.mailbox().orElse(null), message.owner()),
                message.earlier(),
                openings.follow(message.id(), message.everybody(), message.markup()));
        outbox.put(callers.tenantId(), MailPosting.KIND, "", message.id(), posted.json());
    }
}
