package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.mail.PlatformMailServer;
import org.pipewright.platform.mailboxes.MailStart.Route;

/**
 * The addresses from which members' mails go out: those of mailboxes that send. Where there is none the platform's own
 * server sends in the member's name, and answers go to a mailbox that is read, else to the member.
 */
@ApplicationScoped
class Routes {

    @Inject
    Mailboxes mailboxes;

    @Inject
    AnsweringMailbox answering;

    @Inject
    PlatformMailServer platform;

    @Inject
    CallerBinding callers;

    @Inject
    Sql sql;

    /** Mailboxes that send, by name. */
    List<Route> all() {
        return sending().map(this::through).toList();
    }

    /** The one that was asked for, else the first. */
    Route chosen(UUID mailbox) {
        return mailbox == null
                ? sending().findFirst().map(this::through).orElseGet(this::platform)
                : all().stream()
                        .filter(route -> route.mailbox().equals(mailbox))
                        .findFirst()
                        .orElseThrow(() -> InvalidFields.refusal("mailbox", "not-offered"));
    }

    private Stream<Mailbox> sending() {
        return mailboxes.active().stream()
                .filter(mailbox -> mailbox.outgoing().isPresent())
                .sorted(Comparator.comparing(Mailbox::name));
    }

    private Route through(Mailbox mailbox) {
        return new Route(mailbox.id(), callers.caller().name(), mailbox.address());
    }

    private Route platform() {
        return new Route(null, callers.caller().name(), platform.address());
    }

    /** Where answers to a mail of the platform's server go that the member wrote; a mailbox gets its own. */
    Optional<String> answers(UUID mailbox, UUID member) {
        return mailbox != null
                ? Optional.empty()
                : answering
                        .address()
                        .or(() -> sql.first(
                                "select email from core.member where id = ? and email is not null",
                                row -> row.getString(1),
                                member));
    }
}
