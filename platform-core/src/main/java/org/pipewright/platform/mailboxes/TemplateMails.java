package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.errors.Refusal;

/** Sends what a template says about a record as the caller's mail to the first of its people who has an address. */
@ApplicationScoped
public class TemplateMails {

    @Inject
    MailBeginnings beginnings;

    @Inject
    WritingMails mails;

    @Inject
    CallerBinding callers;

    /** Refuses if there is nobody to whom it can go; nothing happens while mailboxes are off. */
    public void send(DeclaredType type, UUID record, UUID template) {
        if (!callers.hasFeature(Mailbox.FEATURE)) {
            return;
        }
        MailStart start = beginnings.of(type, record, template, null);
        if (start.to().isEmpty()) {
            throw Refusal.of(CoreErrorCode.NO_RECIPIENT);
        }
        String subject = start.subject().isBlank() ? callers.caller().tenant().name() : start.subject();
        mails.take(
                type,
                record,
                new NewMail(start.to(), List.of(), subject, start.text(), null, null, null, null, null, null));
    }
}
