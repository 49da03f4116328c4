package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.people.Colleague;
import org.pipewright.platform.spi.people.Colleagues;

/** Colleagues as the lists of members, teams, roles and absences tell. */
@ApplicationScoped
class PresentColleagues implements Colleagues {

    private static final String PRESENT = """
            select m.id, m.team_id,
              array(select t.team_id from core.member_team t where t.tenant_id = m.tenant_id and t.member_id = m.id
                union select m.team_id where m.team_id is not null),
              array(select lower(named.name) from core.member_role h
                join core.role r on r.tenant_id = h.tenant_id and r.id = h.role_id
                cross join lateral (values (r.key), (r.name)) named(name)
                where h.tenant_id = m.tenant_id and h.member_id = m.id and named.name is not null)
            from core.member m
            where m.deleted_at is null and m.status = 'ACTIVE' and not exists (
              select 1 from core.absence a where a.tenant_id = m.tenant_id and a.member_id = m.id
                and a.deleted_at is null and a.from_day <= ? and a.until_day >= ?)
            order by lower(m.name), m.id""";

    @Inject
    Sql sql;

    @Override
    public List<Colleague> presentOn(LocalDate day) {
        return sql.list(PRESENT, PresentColleagues::colleague, day, day);
    }

    private static Colleague colleague(ResultSet row) throws SQLException {
        return new Colleague(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                elements((UUID[]) row.getArray(3).getArray()),
                elements((String[]) row.getArray(4).getArray()));
    }

    /** The same name may be key and name of a role. */
    private static <T> Set<T> elements(T[] array) {
        return new HashSet<>(Arrays.asList(array));
    }
}
