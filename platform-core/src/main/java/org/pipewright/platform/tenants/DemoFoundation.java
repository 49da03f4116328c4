package org.pipewright.platform.tenants;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.tenants.DemoTenant.DemoMember;
import org.pipewright.platform.tenants.DemoTenant.DemoTeam;

/** Writes one tenant of the demo, in one transaction, once. */
@ApplicationScoped
class DemoFoundation {

    private static final long LOCK = 0x50495045;

    @Inject
    Sql sql;

    @Inject
    TenantRows tenants;

    @Inject
    TenantFoundation foundation;

    /** Writes the tenant unless it is there. */
    @Transactional
    void lay(DemoTenant demo, Map<String, String> subjects) {
        sql.list("select pg_advisory_xact_lock(?)", row -> 1, LOCK);
        if (!tenants.has(demo.facts().id())) {
            write(demo, subjects);
        }
    }

    private void write(DemoTenant demo, Map<String, String> subjects) {
        tenants.add(demo.facts(), "ACTIVE");
        List<DemoMember> members = demo.members();
        foundation.lay(demo.facts(), founder(members.get(0), subjects));
        demo.teams().forEach(this::addTeam);
        members.stream().skip(1).forEach(member -> foundation.addMember(founder(member, subjects), member.role()));
        members.forEach(this::joinTeam);
    }

    private static Founder founder(DemoMember member, Map<String, String> subjects) {
        return new Founder(subjects.get(member.email()), member.email(), member.name());
    }

    private void addTeam(DemoTeam team) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update(
                "insert into core.team (id, name, parent_id) values (?, ?, (select id from core.team where name = ?))",
                id,
                team.name(),
                team.parent());
        foundation.findable("core.team", id, team.name());
    }

    private void joinTeam(DemoMember member) {
        sql.update(
                "update core.member set team_id = (select id from core.team where name = ?) where email = ?",
                member.team(),
                member.email());
    }
}
