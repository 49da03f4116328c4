package org.pipewright.platform.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.RightsTable;
import org.pipewright.platform.access.RoleRights;
import org.pipewright.platform.access.RoleRights.Granted;
import org.pipewright.platform.access.RoleRights.Restricted;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;

/** The rows of roles. */
@ApplicationScoped
class RoleRows {

    private static final String ROLES = "select r.id, r.version, r.key, r.name,"
            + " (select count(*) from core.member_role m where m.tenant_id = r.tenant_id and m.role_id = r.id)"
            + " from core.role r";

    @Inject
    Sql sql;

    @Inject
    Modules modules;

    @Inject
    RightsCatalogue catalogue;

    List<Role> all() {
        return complete(rows(ROLES + " order by r.key nulls last, lower(r.name)"));
    }

    Role withId(UUID id) {
        return complete(rows(ROLES + " where r.id = ?", id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    /** Whether people who come by an e-mail domain get the role. */
    boolean isGivenByDomain(UUID id) {
        return sql.first("select 1 from core.email_domain where role_id = ?", row -> row.getInt(1), id)
                .isPresent();
    }

    private List<Role> rows(String query, Object... parameters) {
        return sql.list(
                query,
                row -> new Role(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        Optional.ofNullable(row.getString(3)).flatMap(BuiltInRole::ofKey),
                        row.getString(4),
                        row.getInt(5),
                        List.of(),
                        List.of(),
                        Map.of()),
                parameters);
    }

    private List<Role> complete(List<Role> roles) {
        List<UUID> ids = roles.stream().map(Role::id).toList();
        Map<UUID, List<Granted>> grants = grants(ids);
        Map<UUID, List<Restricted>> fields = fields(ids);
        Map<UUID, Map<String, Boolean>> features = features(ids);
        return roles.stream()
                .map(role -> role.with(
                        role.builtIn().map(this::declared).orElse(grants.getOrDefault(role.id(), List.of())),
                        fields.getOrDefault(role.id(), List.of()),
                        features.getOrDefault(role.id(), Map.of())))
                .toList();
    }

    private List<Granted> declared(BuiltInRole role) {
        if (role == BuiltInRole.TENANT_ADMIN) {
            return catalogue.everything();
        }
        List<Granted> grants = new ArrayList<>();
        RightsTable.of(modules.all(), List.of(RoleRights.of(role)))
                .forEach((subject, levels) ->
                        levels.forEach((action, level) -> grants.add(new Granted(subject, action, level))));
        grants.sort(Comparator.comparing(Granted::subject).thenComparing(Granted::action));
        return grants;
    }

    private Map<UUID, List<Granted>> grants(List<UUID> roles) {
        Map<UUID, List<Granted>> byRole = new HashMap<>();
        sql.list(
                "select role_id, subject, action, level from core.role_grant where role_id = any(?::uuid[])"
                        + " order by subject, action",
                row -> byRole.computeIfAbsent(row.getObject(1, UUID.class), role -> new ArrayList<>())
                        .add(new Granted(row.getString(2), row.getString(3), Level.valueOf(row.getString(4)))),
                List.of(roles));
        return byRole;
    }

    private Map<UUID, List<Restricted>> fields(List<UUID> roles) {
        Map<UUID, List<Restricted>> byRole = new HashMap<>();
        sql.list(
                "select role_id, record_type, field, access from core.role_field where role_id = any(?::uuid[])"
                        + " order by record_type, field",
                row -> byRole.computeIfAbsent(row.getObject(1, UUID.class), role -> new ArrayList<>())
                        .add(new Restricted(row.getString(2), row.getString(3), FieldAccess.valueOf(row.getString(4)))),
                List.of(roles));
        return byRole;
    }

    private Map<UUID, Map<String, Boolean>> features(List<UUID> roles) {
        Map<UUID, Map<String, Boolean>> byRole = new HashMap<>();
        sql.list(
                "select role_id, feature, enabled from core.role_feature where role_id = any(?::uuid[])",
                row -> byRole.computeIfAbsent(row.getObject(1, UUID.class), role -> new TreeMap<>())
                        .put(row.getString(2), row.getBoolean(3)),
                List.of(roles));
        return byRole;
    }

    void insert(Role role) {
        sql.update("insert into core.role (id, name) values (?, ?)", role.id(), role.name());
        writeLines(role);
    }

    /** Writes a changed role; refuses when somebody changed it meanwhile. */
    void update(Role role) {
        int found = sql.update(
                "update core.role set name = ?, version = version + 1 where id = ? and version = ?",
                role.name(),
                role.id(),
                role.version());
        if (found == 0) {
            throw Refusal.of(CoreErrorCode.STALE);
        }
        sql.update("delete from core.role_grant where role_id = ?", role.id());
        sql.update("delete from core.role_field where role_id = ?", role.id());
        sql.update("delete from core.role_feature where role_id = ?", role.id());
        writeLines(role);
    }

    private void writeLines(Role role) {
        role.grants().stream()
                .filter(granted -> granted.level() != Level.NONE)
                .forEach(granted -> sql.update(
                        "insert into core.role_grant (role_id, subject, action, level) values (?, ?, ?, ?)",
                        role.id(),
                        granted.subject(),
                        granted.action(),
                        granted.level()));
        role.fields()
                .forEach(field -> sql.update(
                        "insert into core.role_field (role_id, record_type, field, access) values (?, ?, ?, ?)",
                        role.id(),
                        field.recordType(),
                        field.field(),
                        field.access()));
        role.features()
                .forEach((feature, enabled) -> sql.update(
                        "insert into core.role_feature (role_id, feature, enabled) values (?, ?, ?)",
                        role.id(),
                        feature,
                        enabled));
    }

    void delete(Role role) {
        sql.update("delete from core.role where id = ?", role.id());
    }
}
