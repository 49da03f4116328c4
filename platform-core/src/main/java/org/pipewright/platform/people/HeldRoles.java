package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.AccessChanged;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.roles.Roles;
import org.pipewright.platform.spi.access.BuiltInRole;

/** Which roles members hold. Nobody hands out more than they hold; somebody always administers the tenant. */
@ApplicationScoped
class HeldRoles {

    private static final String ROLES = "select r.id, r.key, r.name from core.role r "
            + "join core.member_role h on h.tenant_id = r.tenant_id and h.role_id = r.id "
            + "where h.member_id = ? order by r.name";

    @Inject
    Sql sql;

    @Inject
    Roles roles;

    @Inject
    Administrators administrators;

    @Inject
    History history;

    @Inject
    CallerBinding binding;

    @Inject
    Event<AccessChanged> changes;

    /** A role somebody holds. */
    public record HeldRole(UUID id, String key, String name) {}

    List<HeldRole> of(UUID member) {
        return sql.list(
                ROLES, row -> new HeldRole(row.getObject(1, UUID.class), row.getString(2), row.getString(3)), member);
    }

    /** Refuses when somebody would take from themselves the right to look after roles or people. */
    void requireNoLockOut(UUID member, Set<UUID> wanted) {
        requireKnown(wanted);
        if (member.equals(binding.memberId())) {
            roles.requireNoLockOut(wanted);
        }
    }

    /** Gives a member exactly these roles. */
    void replace(UUID member, String name, Set<UUID> wanted) {
        requireKnown(wanted);
        List<HeldRole> before = of(member);
        Set<UUID> added = new HashSet<>(wanted);
        before.forEach(role -> added.remove(role.id()));
        roles.requireHeld(added);
        requireTakeable(before, wanted);
        if (isAdmin(before) && before.stream().anyMatch(role -> isAdmin(role) && !wanted.contains(role.id()))) {
            administrators.requireAnotherThan(member);
        }
        sql.update("delete from core.member_role where member_id = ?", member);
        wanted.forEach(
                role -> sql.update("insert into core.member_role (member_id, role_id) values (?, ?)", member, role));
        history.record("core.member", member, name, "roles", change(before, of(member)));
        changes.fire(new AccessChanged(binding.tenantId()));
    }

    /** Only who holds as much as a role gives may take it from somebody. */
    private void requireTakeable(List<HeldRole> before, Set<UUID> wanted) {
        roles.requireHeld(before.stream()
                .map(HeldRole::id)
                .filter(role -> !wanted.contains(role))
                .toList());
    }

    private void requireKnown(Set<UUID> wanted) {
        if (!areKnown(wanted)) {
            throw InvalidFields.refusal("roles", "not-found");
        }
    }

    /** Whether these are all roles there are. */
    boolean areKnown(Set<UUID> wanted) {
        int known = wanted.isEmpty()
                ? 0
                : sql.list("select id from core.role where id = any(?)", row -> row.getString(1), wanted)
                        .size();
        return known == wanted.size();
    }

    private static boolean isAdmin(List<HeldRole> roles) {
        return roles.stream().anyMatch(HeldRoles::isAdmin);
    }

    private static boolean isAdmin(HeldRole role) {
        return BuiltInRole.TENANT_ADMIN.key().equals(role.key());
    }

    private static JsonArray change(List<HeldRole> before, List<HeldRole> after) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("field", "roles")
                        .add("old", names(before))
                        .add("new", names(after)))
                .build();
    }

    private static String names(List<HeldRole> roles) {
        return String.join(", ", roles.stream().map(HeldRole::name).toList());
    }
}
