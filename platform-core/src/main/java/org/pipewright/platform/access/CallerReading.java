package org.pipewright.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.Caller.HeldRole;
import org.pipewright.platform.access.Caller.LoginPolicy;
import org.pipewright.platform.access.Caller.TenantFacts;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.features.FeatureResolution;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.access.ReachBeside;
import org.pipewright.platform.spi.settings.TenantSettings;

/** Reads callers from the database, in a transaction of its own that is bound to the tenant. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CallerReading {

    @Inject
    Sql sql;

    @Inject
    Modules modules;

    @Inject
    TenantSettings settings;

    @Inject
    RecordTypes types;

    @Inject
    @Any
    Instance<ReachBeside> reaches;

    private record MemberRow(UUID id, String name, UUID team) {}

    Optional<Caller> member(UUID tenant, UUID member) {
        return sql.first(
                        "select id, name, team_id from core.member where id = ? and status = 'ACTIVE'"
                                + " and deleted_at is null",
                        row -> new MemberRow(
                                row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)),
                        member)
                .map(row -> caller(tenant, row));
    }

    private Caller caller(UUID tenant, MemberRow member) {
        List<HeldRole> roles = roles(member.id());
        Set<UUID> teams = teams(member);
        RightsTable rights = RightsTable.of(
                        modules.all(), roles.stream().map(this::rights).toList())
                .withParts(types.hosts())
                .withGuarded(types.guarded());
        TenantFacts facts = tenant(tenant);
        Set<String> features = features(
                tenant, roles.stream().map(role -> roleSwitches(role.id())).toList());
        LocalDate today = LocalDate.now(facts.timeZone());
        return new Caller(
                facts,
                facts.language(),
                member.id(),
                member.name(),
                member.team(),
                teams,
                below(teams),
                roles,
                rights,
                features,
                shared(member.id(), teams, today),
                beside(member.id(), features, today));
    }

    private Map<String, ReachBeside.Reached> beside(UUID member, Set<String> features, LocalDate today) {
        return reaches.stream()
                .filter(reach -> features.contains(reach.feature()))
                .collect(Collectors.toUnmodifiableMap(ReachBeside::field, reach -> reach.of(member, today)));
    }

    private Set<String> shared(UUID member, Set<UUID> teams, LocalDate today) {
        return Set.copyOf(sql.list(
                "select distinct record_type from core.share where (member_id = ? or team_id = any(?::uuid[]))"
                        + " and (until is null or until >= ?)",
                row -> row.getString(1),
                member,
                teams,
                today));
    }

    Caller system(UUID tenant) {
        TenantFacts facts = tenant(tenant);
        return new Caller(
                facts,
                facts.language(),
                null,
                "",
                null,
                Set.of(),
                Set.of(),
                List.of(),
                RightsTable.everything(),
                features(tenant, List.of(Map.of())),
                Set.of(),
                Map.of());
    }

    private TenantFacts tenant(UUID id) {
        return sql.first(
                        "select t.id, t.slug, t.name, t.status, t.currency, t.time_zone, t.language, t.country,"
                                + " coalesce(o.first_weekday, 1) from platform.tenant t"
                                + " left join core.organisation o on o.tenant_id = t.id where t.id = ?",
                        row -> facts(row, login()),
                        id)
                .orElseThrow();
    }

    private LoginPolicy login() {
        return new LoginPolicy(
                settings.integer(CoreModule.SESSION_IDLE_MINUTES),
                settings.integer(CoreModule.SESSION_HOURS),
                settings.text(CoreModule.LOGIN_LEVEL));
    }

    private static TenantFacts facts(ResultSet row, LoginPolicy login) throws SQLException {
        return new TenantFacts(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                ZoneId.of(row.getString(6)),
                DayOfWeek.of(row.getInt(9)),
                Locale.forLanguageTag(row.getString(7)),
                row.getString(8),
                login);
    }

    private List<HeldRole> roles(UUID member) {
        return sql.list(
                "select r.id, r.key, r.name from core.role r join core.member_role m"
                        + " on m.tenant_id = r.tenant_id and m.role_id = r.id where m.member_id = ? order by r.name",
                row -> new HeldRole(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                member);
    }

    private Set<UUID> teams(MemberRow member) {
        Set<UUID> teams = new HashSet<>(sql.list(
                "select team_id from core.member_team where member_id = ?",
                row -> row.getObject(1, UUID.class),
                member.id()));
        Optional.ofNullable(member.team()).ifPresent(teams::add);
        return Set.copyOf(teams);
    }

    private Set<UUID> below(Set<UUID> teams) {
        return teams.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.list(
                        "with recursive down as (select id from core.team where id = any(?) union "
                                + "select t.id from core.team t join down on t.parent_id = down.id) select id from down",
                        row -> row.getObject(1, UUID.class),
                        teams));
    }

    private RoleRights rights(HeldRole role) {
        return BuiltInRole.ofKey(role.key())
                .map(RoleRights::of)
                .orElseGet(() -> RoleRights.of(grants(role.id()), restricted(role.id())));
    }

    private List<RoleRights.Granted> grants(UUID role) {
        return sql.list(
                "select subject, action, level from core.role_grant where role_id = ?",
                row -> new RoleRights.Granted(row.getString(1), row.getString(2), Level.valueOf(row.getString(3))),
                role);
    }

    private List<RoleRights.Restricted> restricted(UUID role) {
        return sql.list(
                "select record_type, field, access from core.role_field where role_id = ?",
                row -> new RoleRights.Restricted(
                        row.getString(1), row.getString(2), FieldAccess.valueOf(row.getString(3))),
                role);
    }

    private Set<String> features(UUID tenant, List<Map<String, Boolean>> roleSwitches) {
        Set<String> withheld =
                new HashSet<>(sql.list(FeatureResolution.WITHHELD, row -> row.getString(1), tenant, tenant));
        Map<String, Boolean> switches = switches("select feature, enabled from core.feature_switch");
        return FeatureResolution.of(
                        modules.all(), withheld, switches(FeatureResolution.DEFAULTS), switches, roleSwitches)
                .inForce();
    }

    private Map<String, Boolean> roleSwitches(UUID role) {
        return switches("select feature, enabled from core.role_feature where role_id = ?", role);
    }

    private Map<String, Boolean> switches(String query, Object... parameters) {
        Map<String, Boolean> switches = new HashMap<>();
        sql.list(query, row -> switches.put(row.getString(1), row.getBoolean(2)), parameters);
        return switches;
    }
}
