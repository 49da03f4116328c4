package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.outbox.OutboxHandler;
import org.pipewright.platform.outbox.OutboxRow;
import org.pipewright.platform.usage.Metering;

/**
 * Hands mails of members to the mail server and notes what became of them. What the server will never take is noted as
 * come back; what it does not take now is tried again, and noted as failed in the end.
 */
@ApplicationScoped
class MailPosting implements OutboxHandler {

    static final String KIND = "message";
    private static final Logger LOGGER = System.getLogger(MailPosting.class.getName());

    @Inject
    Sql sql;

    @Inject
    MailComposing composing;

    @Inject
    MailSending sending;

    @Inject
    ReturnedMails returned;

    @Inject
    Metering metering;

    @Inject
    @ConfigProperty(name = "pipewright.platform.outbox-attempts", defaultValue = "10")
    int attempts;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(OutboxRow row) {
        UUID message = UUID.fromString(row.payload().getString("message"));
        try {
            send(message, row.payload());
            metering.mail(row.tenant());
        } catch (MessagingException | MailboxServer.Unreachable e) {
            if (row.attempts() + 1 < attempts) {
                throw new IllegalStateException("The mail server did not take the mail", e);
            }
            LOGGER.log(Level.INFO, "Mail " + message + " cannot be sent", e);
            note(
                    message,
                    Message.Delivery.FAILED,
                    MailReading.shortened(MailReading.line(String.valueOf(e.getMessage())), 500));
        }
    }

    private void send(UUID message, JsonObject posted) throws MessagingException {
        Optional<Mailbox> mailbox = composing.mailbox(message);
        MimeMessage mail = composing.composed(message, posted, sending.session(mailbox));
        try {
            sending.send(mail, mailbox);
            note(message, Message.Delivery.SENT, null);
        } catch (SendFailedException e) {
            List<String> refused = addresses(e.getInvalidAddresses());
            boolean later = addresses(e.getValidSentAddresses()).isEmpty()
                    && !addresses(e.getValidUnsentAddresses()).isEmpty();
            if (refused.isEmpty() || later) {
                throw e;
            }
            returned.bounced(message, refused, reason(e), true);
        }
    }

    private static String reason(SendFailedException failure) {
        String reason = String.valueOf(failure.getMessage());
        for (Exception next = failure.getNextException();
                next instanceof MessagingException inner;
                next = inner.getNextException()) {
            reason = String.valueOf(next.getMessage());
        }
        return MailReading.shortened(MailReading.line(reason), 400);
    }

    private static List<String> addresses(Address[] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses)
                        .map(address -> address.toString().toLowerCase(Locale.ROOT))
                        .toList();
    }

    /** A bounce may be quicker than the note that the mail was sent. */
    private void note(UUID message, Message.Delivery delivery, String problem) {
        sql.update(
                "update core.message set delivery = ?, problem = ? where id = ? and delivery = 'WAITING'",
                delivery,
                problem == null ? Sql.NULL : problem,
                message);
    }
}
