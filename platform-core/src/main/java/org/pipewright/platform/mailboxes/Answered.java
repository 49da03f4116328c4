package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.timelines.Stories;

/** Mails of a record's story that are answered from it. */
@ApplicationScoped
class Answered {

    @Inject
    Sql sql;

    @Inject
    Stories stories;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    /** What an answer begins with: to whom it goes and which subject it has. */
    record Earlier(String key, String other, String subject) {}

    /** The Message-ID of a mail the caller may read; refuses one of another story. */
    String key(DeclaredType type, UUID record, UUID message) {
        return earlier(type, record, message).key();
    }

    Earlier earlier(DeclaredType type, UUID record, UUID message) {
        Set<UUID> story = Stories.ids(stories.of(type, record));
        return Optional.of(message)
                .filter(id -> reading.allows(types.named(Message.NAME).orElseThrow(), id, Action.VIEW))
                .flatMap(id -> sql.first(
                        "select message_key, case direction when 'INBOUND' then sender else recipients end, subject"
                                + " from core.message where id = ? and about_id = any(?)",
                        row -> new Earlier(row.getString(1), row.getString(2), row.getString(3)),
                        id,
                        story))
                .orElseThrow(() -> InvalidFields.refusal("answers", "not-found"));
    }
}
