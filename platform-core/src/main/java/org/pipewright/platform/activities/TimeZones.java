package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;

/** In which time zone a member's days begin: the one the person chose, else the tenant's. */
@ApplicationScoped
public class TimeZones {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /** The zone of the member; the tenant's for nobody. */
    public ZoneId of(UUID member) {
        ZoneId ofTenant = callers.caller().tenant().timeZone();
        return sql.first(
                        "select p.time_zone from platform.membership m join platform.person p on p.id = m.person_id"
                                + " where m.tenant_id = ? and m.member_id = ? and p.time_zone is not null",
                        row -> row.getString(1),
                        callers.tenantId(),
                        member)
                .map(name -> zone(name, ofTenant))
                .orElse(ofTenant);
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
