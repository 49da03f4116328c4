package org.pipewright.platform.people;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.identity.Secrets;

/** The rows of invitations and of the links to them. */
@ApplicationScoped
class InvitationRows {

    private static final Duration LINK_LIFE = Duration.ofDays(7);
    private static final String COLUMNS =
            "select i.id, i.member_id, m.name, i.email, m.team_id, i.status, i.created_at, "
                    + "i.expires_at, (select b.name from core.member b where b.id = i.created_by) from core.invitation i "
                    + "join core.member m on m.tenant_id = i.tenant_id and m.id = i.member_id ";

    @Inject
    Sql sql;

    /** Where a link leads. */
    record Link(UUID tenant, UUID invitation, boolean replaced) {}

    List<Invitation> all() {
        return sql.list(COLUMNS + "order by i.created_at desc, i.id", InvitationRows::invitation);
    }

    Optional<Invitation> withId(UUID id) {
        return sql.first(COLUMNS + "where i.id = ?", InvitationRows::invitation, id);
    }

    /** The invitation, locked until the transaction ends. */
    Optional<Invitation> locked(UUID id) {
        return sql.first(COLUMNS + "where i.id = ? for update of i", InvitationRows::invitation, id);
    }

    UUID add(UUID member, String email, UUID by) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update("update core.invitation set status = 'REVOKED' where member_id = ? and status = 'PENDING'", member);
        sql.update(
                "insert into core.invitation (id, member_id, email, status, created_by, expires_at) "
                        + "values (?, ?, ?, 'PENDING', ?, ?)",
                id,
                member,
                email,
                by,
                Instant.now().plus(LINK_LIFE));
        return id;
    }

    void close(UUID id, InvitationState state) {
        sql.update("update core.invitation set status = ? where id = ?", state, id);
    }

    /** Whoever was invited as the member has come. */
    void accepted(UUID member) {
        sql.update("update core.invitation set status = 'ACCEPTED' where member_id = ? and status = 'PENDING'", member);
    }

    /** A new link, good for seven days; the one before is replaced. */
    String newLink(UUID tenant, UUID invitation) {
        String token = Secrets.random();
        sql.update(
                "update platform.invitation_token set replaced = true where tenant_id = ? and invitation_id = ?",
                tenant,
                invitation);
        sql.update(
                "insert into platform.invitation_token (token_hash, tenant_id, invitation_id) values (?, ?, ?)",
                Secrets.hash(token),
                tenant,
                invitation);
        sql.update(
                "update core.invitation set expires_at = ? where id = ?",
                Instant.now().plus(LINK_LIFE),
                invitation);
        return token;
    }

    Optional<Link> link(String token) {
        return sql.first(
                "select tenant_id, invitation_id, replaced from platform.invitation_token where token_hash = ?",
                row -> new Link(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)),
                Secrets.hash(token));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        Instant expiresAt = row.getObject(8, OffsetDateTime.class).toInstant();
        return new Invitation(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                InvitationState.of(row.getString(6), expiresAt, Instant.now()),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                expiresAt,
                row.getString(9));
    }
}
