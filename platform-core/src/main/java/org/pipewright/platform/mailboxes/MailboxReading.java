package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.mailboxes.Mailbox.Position;
import org.pipewright.platform.secrets.Sealing;
import org.pipewright.platform.spi.records.Origin;

/**
 * Reads the mailboxes of every open tenant. Each mail is taken in a transaction of its own, so a node that dies loses
 * none and takes none twice; the place in the mailbox is noted afterwards and may lag behind.
 */
@ApplicationScoped
class MailboxReading implements Chore {

    private static final Logger LOGGER = System.getLogger(MailboxReading.class.getName());
    private static final long LARGEST = 25_000_000;

    @Inject
    Sql sql;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    MailboxServer server;

    @Inject
    Mailboxes mailboxes;

    @Inject
    Arrivals arrivals;

    @Inject
    Sealing sealing;

    @Inject
    @ConfigProperty(name = "pipewright.platform.mailbox-seconds", defaultValue = "15")
    long seconds;

    @Override
    public String name() {
        return "mailbox-reading";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(seconds);
    }

    @Override
    public void run() {
        sql.list("select id from platform.tenant where status = 'ACTIVE'", row -> row.getObject(1, UUID.class))
                .forEach(this::readAll);
    }

    private void readAll(UUID tenant) {
        try {
            Caller system = callers.system(tenant);
            if (system.has(Mailbox.FEATURE)) {
                binding.during(system, Origin.INTAKE, () -> {
                    mailboxes.active().forEach(this::read);
                    return null;
                });
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The mailboxes of tenant " + tenant + " cannot be read", e);
        }
    }

    private void read(Mailbox mailbox) {
        try {
            String password = mailbox.sealedPassword()
                    .map(kept -> sealing.opened(MailboxServer.PURPOSE, kept))
                    .orElse("");
            Position position = server.read(mailbox.access(), password, (mail, size) -> take(mailbox, mail, size));
            mailboxes.read(mailbox.id(), position);
        } catch (MailboxServer.Unreachable e) {
            mailboxes.failed(mailbox.id(), e.getMessage());
        }
    }

    /** A mail that cannot be read is listed as such and holds up no other; a database that cannot be reached does. */
    private void take(Mailbox mailbox, MimeMessage mail, long size) throws MessagingException {
        try {
            arrivals.take(
                    mailbox,
                    size > LARGEST
                            ? MailReading.unread(mail, mailbox.sorting(), Ignored.TOO_LARGE)
                            : MailReading.of(mail, mailbox.sorting()));
        } catch (IOException | MessagingException e) {
            LOGGER.log(Level.INFO, "A mail in mailbox " + mailbox.id() + " cannot be read", e);
            arrivals.take(mailbox, MailReading.unread(mail, mailbox.sorting(), Ignored.UNREADABLE));
        }
    }
}
