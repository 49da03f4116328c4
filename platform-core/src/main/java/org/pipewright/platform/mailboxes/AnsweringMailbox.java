package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where answers to what the platform's own server sends in the tenant's name are read. */
@ApplicationScoped
public class AnsweringMailbox {

    @Inject
    Mailboxes mailboxes;

    /** Address of the first mailbox that people outside write to, if one is read. */
    public Optional<String> address() {
        return mailboxes.active().stream()
                .filter(mailbox -> !mailbox.isDropBox())
                .map(Mailbox::address)
                .sorted()
                .findFirst();
    }
}
