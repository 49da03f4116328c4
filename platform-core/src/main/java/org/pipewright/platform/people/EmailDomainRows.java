package org.pipewright.platform.people;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.identity.Secrets;

/** The rows of domains, and of who holds which. */
@ApplicationScoped
class EmailDomainRows {

    private static final String COLUMNS =
            "select d.id, d.domain, d.proof, d.role_id, r.name, t.id, t.name, d.proven_at, d.created_at"
                    + " from core.email_domain d join core.role r on r.tenant_id = d.tenant_id and r.id = d.role_id"
                    + " left join core.team t on t.tenant_id = d.tenant_id and t.id = d.team_id"
                    + " and t.deleted_at is null ";

    @Inject
    Sql sql;

    /** Which tenant holds a domain, by which of its entries. */
    record Holder(UUID tenant, UUID domain) {}

    List<EmailDomain> all() {
        return sql.list(COLUMNS + "order by d.domain", EmailDomainRows::domain);
    }

    Optional<EmailDomain> withId(UUID id) {
        return sql.first(COLUMNS + "where d.id = ?", EmailDomainRows::domain, id);
    }

    /** Adds the domain unless the tenant has named it before. */
    Optional<UUID> add(MailDomain domain, DomainTerms terms) {
        return sql.first(
                "insert into core.email_domain (id, domain, proof, role_id, team_id) values (?, ?, ?, ?, ?)"
                        + " on conflict (tenant_id, domain) do nothing returning id",
                row -> row.getObject(1, UUID.class),
                UuidCreator.getTimeOrderedEpoch(),
                domain.name(),
                Secrets.random(),
                terms.role(),
                terms.team());
    }

    void change(UUID id, DomainTerms terms) {
        sql.update(
                "update core.email_domain set role_id = ?, team_id = ? where id = ?", terms.role(), terms.team(), id);
    }

    void remove(EmailDomain domain, UUID tenant) {
        release(domain, tenant);
        sql.update("delete from core.email_domain where id = ?", domain.id());
    }

    /** Lets the tenant hold the domain; tells whether it does, for another one may hold it. */
    boolean hold(EmailDomain domain, UUID tenant) {
        sql.update(
                "insert into platform.held_domain (domain, tenant_id, domain_id) values (?, ?, ?)"
                        + " on conflict (domain) do nothing",
                domain.domain().name(),
                tenant,
                domain.id());
        boolean holds = holder(domain.domain())
                .filter(holder -> holder.equals(new Holder(tenant, domain.id())))
                .isPresent();
        if (holds) {
            sql.update("update core.email_domain set proven_at = ? where id = ?", Instant.now(), domain.id());
        }
        return holds;
    }

    /** Anybody may prove it again. */
    void release(EmailDomain domain, UUID tenant) {
        sql.update("delete from platform.held_domain where tenant_id = ? and domain_id = ?", tenant, domain.id());
        sql.update("update core.email_domain set proven_at = null where id = ?", domain.id());
    }

    Optional<Holder> holder(MailDomain domain) {
        return holder(domain, "");
    }

    /** The same, waiting until nobody else comes in by it. */
    Optional<Holder> lockedHolder(MailDomain domain) {
        return holder(domain, " for update");
    }

    private Optional<Holder> holder(MailDomain domain, String lock) {
        return sql.first(
                "select tenant_id, domain_id from platform.held_domain where domain = ?" + lock,
                row -> new Holder(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                domain.name());
    }

    private static EmailDomain domain(ResultSet row) throws SQLException {
        OffsetDateTime proven = row.getObject(8, OffsetDateTime.class);
        return new EmailDomain(
                row.getObject(1, UUID.class),
                new MailDomain(row.getString(2)),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                proven == null ? null : proven.toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
