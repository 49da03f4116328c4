package org.pipewright.platform.mail;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** What became of letters about which somebody wants to know (S-QUO-06). */
@ApplicationScoped
public class PostedLetters {

    private static final int LONGEST_PROBLEM = 500;

    @Inject
    Sql sql;

    /** A letter that was mailed. */
    public record Posted(UUID id, String recipient) {}

    /** Writes a letter down before it is on its way; returns its id. */
    public UUID open(String recipient) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update("insert into core.letter (id, recipient) values (?, ?)", id, recipient);
        return id;
    }

    /** The mail server took it. */
    void handedOver(UUID letter, String key) {
        sql.update("update core.letter set handed_over_at = now(), message_key = ? where id = ?", key, letter);
    }

    /** It came back, or the mail server will never take it. */
    public void returned(UUID letter, String reason) {
        sql.update(
                "update core.letter set returned_at = now(), problem = left(?, " + LONGEST_PROBLEM + ") where id = ?",
                reason,
                letter);
    }

    /** Those that one of these ids of mails belongs to. */
    public List<Posted> withKeys(Collection<String> keys) {
        return sql.list(
                "select id, recipient from core.letter where message_key = any(?)",
                row -> new Posted(row.getObject(1, UUID.class), row.getString(2)),
                keys);
    }
}
