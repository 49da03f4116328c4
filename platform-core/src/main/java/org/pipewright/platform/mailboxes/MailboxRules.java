package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.RecordRules;

/** What a mailbox is made with. */
@ApplicationScoped
class MailboxRules implements RecordRules<Mailbox> {

    @Override
    public void prepare(Mailbox mailbox) {
        mailbox.fillGaps();
    }

    @Override
    public void check(
            Mailbox mailbox,
            org.pipewright.platform.spi.records.Change change,
            org.pipewright.platform.spi.records.Violations violations) {
        mailbox.fillGaps();
    }
}
