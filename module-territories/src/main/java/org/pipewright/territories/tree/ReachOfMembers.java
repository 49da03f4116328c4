package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.access.ReachBeside;

/** Lets members reach records of their territories, and of those below where that is said (S-TERR-13, S-TERR-05). */
@ApplicationScoped
class ReachOfMembers implements ReachBeside {

    private static final String REACHED = """
            with recursive reached(id, access, below) as (
              select t.id, m.access, m.below from territories.territory_member m
              join territories.territory t on t.tenant_id = m.tenant_id and t.id = m.territory_id
              where m.member_id = cast(?1 as uuid) and m.access is not null and m.deleted_at is null
                and t.deleted_at is null
              union
              select t.id, r.access, true from reached r
              join territories.territory t on t.parent_id = r.id
              where r.below and t.deleted_at is null)
            select cast(r.id as text), r.access from reached r
            join territories.territory t on t.id = r.id
            where t.active and coalesce(t.valid_from <= cast(?2 as date), true)
              and coalesce(t.valid_until >= cast(?2 as date), true)""";

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    @Override
    public String field() {
        return "territory";
    }

    @Override
    public String feature() {
        return Territory.FEATURE;
    }

    @Override
    public Reached of(UUID member, LocalDate today) {
        List<?> rows = entityManager
                .createNativeQuery(REACHED)
                .setParameter(1, member.toString())
                .setParameter(2, today.toString())
                .getResultList();
        return new Reached(ids(rows, access -> true), ids(rows, "EDIT"::equals));
    }

    private static Set<UUID> ids(List<?> rows, Predicate<Object> access) {
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> access.test(row[1]))
                .map(row -> UUID.fromString((String) row[0]))
                .collect(Collectors.toSet());
    }
}
