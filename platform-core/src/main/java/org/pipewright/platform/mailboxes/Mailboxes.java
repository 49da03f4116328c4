package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.mailboxes.Mailbox.Position;

/** The mailboxes of the tenant. How far they were read is no change that anybody made, so it has no history. */
@ApplicationScoped
@Transactional
class Mailboxes {

    @PersistenceContext(unitName = "platform")
    EntityManager entityManager;

    @Inject
    Sql sql;

    List<Mailbox> active() {
        return entityManager
                .createQuery(
                        "select m from Mailbox m where m.active = true and m.passwordKept = true and m.deletedAt is null",
                        Mailbox.class)
                .getResultList();
    }

    void read(UUID mailbox, Position position) {
        sql.update(
                "update core.mailbox set uid_validity = ?, last_uid = ?, last_read_at = now(), problem = null where id = ?",
                position.validity(),
                position.last(),
                mailbox);
    }

    void failed(UUID mailbox, String problem) {
        sql.update(
                "update core.mailbox set problem = left(?, 500) where id = ?",
                problem.replaceAll("\\p{Cntrl}", " "),
                mailbox);
    }
}
