package org.pipewright.platform.links;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.identity.Secrets;
import org.pipewright.platform.spi.links.Links;

/** The links of the bound tenant. */
@ApplicationScoped
class KeptLinks implements Links {

    static final String ROOT = "/links/";

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    IdentitySettings settings;

    /** Where a link leads to. */
    record Target(UUID link, String kind, UUID record) {}

    @Override
    public Link open(String kind, UUID record) {
        String token = Secrets.random();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update(
                "insert into core.outside_link (id, kind, record_id, token_hash) values (?, ?, ?, ?)",
                id,
                kind,
                record,
                Secrets.hash(token));
        return new Link(id, settings.publicUrl() + ROOT + callers.tenantId() + "/" + token);
    }

    @Override
    public void revoke(String kind, UUID record) {
        sql.update("delete from core.outside_link where kind = ? and record_id = ?", kind, record);
    }

    @Transactional
    Optional<Target> at(String token) {
        return sql.first(
                "select id, kind, record_id from core.outside_link where token_hash = ?",
                row -> new Target(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)),
                Secrets.hash(token));
    }
}
