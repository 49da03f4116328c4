package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.mail.PostedLetters;
import org.pipewright.platform.mail.PostedLetters.Posted;

/**
 * Notes at mails that members sent and at letters with documents that they did not arrive, and marks the addresses
 * (S-MAIL-01). Only addresses the mail went to are marked, so that a forged bounce says nothing about others.
 */
@ApplicationScoped
class ReturnedMails {

    @Inject
    Sql sql;

    @Inject
    UndeliverableAddresses addresses;

    @Inject
    PostedLetters letters;

    private record Sent(UUID id, List<String> recipients) {}

    /** Takes what a bounce tells about a mail of ours. */
    void take(Returned returned) {
        sql.list(
                        "select id, recipients from core.message where direction = 'OUTBOUND' and message_key = any(?)",
                        row -> new Sent(
                                row.getObject(1, UUID.class),
                                Arrays.asList(row.getString(2)
                                        .toLowerCase(Locale.ROOT)
                                        .split(",\\s*"))),
                        returned.keys())
                .forEach(mail -> take(mail, returned));
        letters.withKeys(returned.keys()).stream()
                .filter(letter -> returned.addresses().isEmpty()
                        || returned.addresses().contains(letter.recipient().toLowerCase(Locale.ROOT)))
                .forEach(letter -> take(letter, returned));
    }

    /** Letters that the platform mails have one recipient each. */
    private void take(Posted letter, Returned returned) {
        letters.returned(letter.id(), returned.reason());
        if (returned.lasting()) {
            addresses.mark(letter.recipient(), returned.reason());
        }
    }

    private void take(Sent mail, Returned returned) {
        List<String> missed = mail.recipients().stream()
                .filter(returned.addresses()::contains)
                .toList();
        boolean plain = returned.addresses().isEmpty() && mail.recipients().size() == 1;
        List<String> marked = plain ? mail.recipients() : missed;
        bounced(mail.id(), marked, returned.reason(), returned.lasting());
    }

    /** Notes whom a mail did not reach. */
    void bounced(UUID message, Collection<String> missed, String reason, boolean lasting) {
        String problem = String.join(", ", missed) + (missed.isEmpty() ? "" : ": ") + reason;
        sql.update(
                "update core.message set delivery = 'BOUNCED', problem = ? where id = ?",
                MailReading.shortened(MailReading.line(problem), 500),
                message);
        if (lasting) {
            missed.forEach(address -> addresses.mark(address, reason));
        }
    }
}
