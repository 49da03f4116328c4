package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.people.Deputies;

/** Deputies as absences name them. */
@ApplicationScoped
class DeputiesOfAbsences implements Deputies {

    private static final String STANDING_IN = """
            select d.id from core.absence a
            join core.member d on d.tenant_id = a.tenant_id and d.id = a.deputy_id
              and d.status = 'ACTIVE' and d.deleted_at is null
            where a.member_id = ? and a.deleted_at is null and a.from_day <= ? and a.until_day >= ?
              and not exists (select 1 from core.absence o where o.tenant_id = d.tenant_id and o.member_id = d.id
                and o.deleted_at is null and o.from_day <= ? and o.until_day >= ?)
            order by a.from_day, a.id""";

    @Inject
    Sql sql;

    @Override
    public Optional<UUID> of(UUID member, LocalDate day) {
        return sql.first(STANDING_IN, row -> row.getObject(1, UUID.class), member, day, day, day, day);
    }
}
