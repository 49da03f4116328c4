package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.activities.ActivityLink;
import org.pipewright.platform.activities.NotedMails;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;

/**
 * What a mail is about. While nobody has made anything of it that is the record it is kept with and the person who wrote
 * it; from then on it is noted as an activity, and is about what that is about (S-ACT-06, S-OPP-06).
 */
@ApplicationScoped
class MessageLinks {

    private static final String CONTACT = "core.contact";

    @Inject
    Records records;

    @Inject
    RecordTypes types;

    @Inject
    NotedMails notes;

    @Inject
    CallerBinding callers;

    /** The links of a mail the caller may view. */
    LinkedMail of(UUID id) {
        Optional<UUID> activity = notes.of(id);
        List<ActivityLink> links = activity.map(notes::links)
                .orElseGet(() ->
                        notes.asLinks(about(records.withId(Message.class, id).orElseThrow())));
        return new LinkedMail(
                activity.orElse(null), activity.filter(notes::isEditable).isPresent(), links);
    }

    /** Links a mail the caller may view to a record; the first time it is noted. */
    LinkedMail link(UUID id, LinkedRecord record) {
        notes.requireLinkable(record);
        Message message = records.withId(Message.class, id).orElseThrow();
        notes.link(noted(message), record);
        return of(id);
    }

    /** A mail that went out was noted then; a private one is noted by its owner alone, whose the note is (S-ACT-14). */
    private UUID noted(Message message) {
        if (!message.isInbound()) {
            return notes.of(message.id()).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_OFFERED, "links"));
        }
        if (message.isPrivate() && !callers.memberId().equals(message.owner())) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, Message.NAME + ":" + Action.EDIT);
        }
        boolean owned = message.owner() != null;
        return notes.received(
                message.noted(),
                owned ? message.owner() : callers.memberId(),
                owned ? message.team() : callers.caller().teamId(),
                about(message));
    }

    private List<LinkedRecord> about(Message message) {
        return Stream.concat(message.place().stream(), message.sender().flatMap(this::person).stream())
                .filter(record -> types.named(record.recordType())
                        .filter(type -> type.declaration().activities())
                        .isPresent())
                .distinct()
                .toList();
    }

    /** The contact to whom mails of that address go as well: the one that has been there longest. */
    private Optional<LinkedRecord> person(String address) {
        return records.reachedBy(CONTACT, "emails", address).stream()
                .reduce((newer, older) -> older)
                .map(id -> new LinkedRecord(CONTACT, id));
    }
}
