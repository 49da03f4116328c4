package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.secrets.Sealing;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;

/** Takes the password of a mailbox. It is kept encrypted and never shown again. */
@ApplicationScoped
class SetPassword implements Verb<Mailbox, SetPassword.Password> {

    /** The password as the mail server knows it. */
    record Password(@Field(required = true, max = 500) String password) {}

    @Inject
    Sealing sealing;

    @Override
    public String name() {
        return "set-password";
    }

    @Override
    public void perform(Mailbox mailbox, Password given) {
        mailbox.keepPassword(sealing.sealed(MailboxServer.PURPOSE, given.password()));
    }
}
