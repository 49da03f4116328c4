package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.errors.Refusal;

/** A tenant always has somebody who may do everything (S-AUTH-07). */
@ApplicationScoped
class Administrators {

    @Inject
    Sql sql;

    /** Refuses if nobody would be left who administers the tenant. Two who leave at once wait for each other. */
    void requireAnotherThan(UUID member) {
        sql.list(
                "select id from core.role where key = ? for update",
                row -> row.getString(1),
                BuiltInRole.TENANT_ADMIN.key());
        List<UUID> active = sql.list(
                "select m.id from core.member m join core.member_role h on h.tenant_id = m.tenant_id and h.member_id = m.id "
                        + "join core.role r on r.tenant_id = h.tenant_id and r.id = h.role_id "
                        + "where r.key = ? and m.status = 'ACTIVE' and m.deleted_at is null",
                row -> row.getObject(1, UUID.class),
                BuiltInRole.TENANT_ADMIN.key());
        if (active.equals(List.of(member))) {
            throw Refusal.of(CoreErrorCode.LAST_ADMIN);
        }
    }
}
