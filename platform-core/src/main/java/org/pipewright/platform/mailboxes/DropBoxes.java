package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;

/**
 * Mailboxes to which members send copies of their own mails, or forward those they got (S-MAIL-03). Only members do: a
 * mail of anybody else is refused, so that nobody outside writes into records by guessing an address.
 */
@ApplicationScoped
class DropBoxes {

    private static final Pattern FORWARDED = Pattern.compile(
            "(?im)^[>\\s*]*(?:From|Von|De|Da|От):.{0,200}?([^\\s<>\"(),;:]{1,64}@[^\\s<>\"(),;:]{1,250})");

    @Inject
    Sql sql;

    /** Why the mailbox does not take the mail, if it does not. */
    Optional<Ignored> refusal(Mailbox mailbox, MailReading reading) {
        return mailbox.isDropBox() && !isMember(reading.mail().sender())
                ? Optional.of(Ignored.UNKNOWN_SENDER)
                : Optional.empty();
    }

    /** With whom the member corresponded: whoever the mail went to, and who wrote what is forwarded in it. */
    List<String> others(Mailbox mailbox, MailReading reading) {
        return Stream.concat(
                        Arrays.stream(reading.recipients().split(",\\s*")),
                        FORWARDED.matcher(reading.mail().text()).results().map(line -> line.group(1)))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty() && !address.equalsIgnoreCase(mailbox.address()))
                .filter(address -> !isMember(address))
                .distinct()
                .toList();
    }

    private boolean isMember(String address) {
        return sql.first(
                        "select 1 from core.member where lower(email) = ? and status = 'ACTIVE' and deleted_at is null",
                        row -> true,
                        address.toLowerCase(Locale.ROOT))
                .isPresent();
    }
}
