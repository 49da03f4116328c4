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
    record Target(String kind, UUID record) {}

    @Override
    public String make(String kind, UUID record) {
        String token = Secrets.random();
        sql.update(
                "insert into core.outside_link (id, kind, record_id, token_hash) values (?, ?, ?, ?)",
                UuidCreator.getTimeOrderedEpoch(),
                kind,
                record,
                Secrets.hash(token));
        return settings.publicUrl() + ROOT + callers.tenantId() + "/" + token;
    }

    @Override
    public void revoke(String kind, UUID record) {
        sql.update("delete from core.outside_link where kind = ? and record_id = ?", kind, record);
    }

    @Transactional
    Optional<Target> at(String token) {
        return sql.first(
                "select kind, record_id from core.outside_link where token_hash = ?",
                row -> new Target(row.getString(1), row.getObject(2, UUID.class)),
                Secrets.hash(token));
    }
}
