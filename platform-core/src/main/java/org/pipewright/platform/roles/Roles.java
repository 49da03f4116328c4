package org.pipewright.platform.roles;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.AccessChanged;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.RightsTable;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.roles.RoleForm.NewRole;
import org.pipewright.platform.roles.RoleForm.RoleChange;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;

/** Makes, changes and removes roles of the bound tenant, within what the caller holds. */
@ApplicationScoped
public class Roles {

    @Inject
    RoleRows rows;

    @Inject
    RightsCatalogue catalogue;

    @Inject
    Modules modules;

    @Inject
    CallerBinding caller;

    @Inject
    RoleHistory history;

    @Inject
    @Any
    Instance<RoleUser> users;

    @Inject
    Event<AccessChanged> changes;

    /** Refuses when one of the roles gives more than the caller holds: it is not the caller's to hand out. */
    public void requireHeld(Collection<UUID> roles) {
        roles.stream().map(rows::withId).forEach(role -> GrantLimit.require(caller.caller(), empty(role.name()), role));
    }

    private static Role empty(String name) {
        return new Role(
                UuidCreator.getTimeOrderedEpoch(), 1, Optional.empty(), name, 0, List.of(), List.of(), Map.of());
    }

    UUID create(NewRole form) {
        Role role = checked(
                empty(form.name().strip()),
                new RoleChange(
                        null,
                        Optional.ofNullable(form.grants()).orElse(List.of()),
                        Optional.ofNullable(form.fields()).orElse(List.of()),
                        Optional.ofNullable(form.features()).orElse(Map.of())));
        return insert(role);
    }

    UUID copy(UUID id, String name) {
        Role original = rows.withId(id);
        return insert(empty(name.strip()).with(original.grants(), original.fields(), original.features()));
    }

    private UUID insert(Role role) {
        GrantLimit.require(caller.caller(), empty(role.name()), role);
        rows.insert(role);
        history.created(role);
        changed();
        return role.id();
    }

    /** Changes a role. Only {@code confirmed} may it cost whoever changes it the right to change it back. */
    void change(UUID id, Optional<Integer> version, RoleChange change, boolean confirmed) {
        Role before = requireOwn(id, version);
        Role after = checked(before, change);
        GrantLimit.require(caller.caller(), before, after);
        if (!confirmed) {
            requireNoLockOut(held().map(role -> role.id().equals(id) ? after : role));
        }
        rows.update(after);
        history.changed(before, after);
        changed();
    }

    private Stream<Role> held() {
        return caller.caller().roles().stream().map(role -> rows.withId(role.id()));
    }

    /** Refuses when the caller, holding exactly these roles, could no longer look after roles or people (S-ROLE-13). */
    public void requireNoLockOut(Collection<UUID> roles) {
        requireNoLockOut(roles.stream().map(rows::withId));
    }

    private void requireNoLockOut(Stream<Role> roles) {
        RightsTable then = RightsTable.of(modules.all(), roles.map(Role::rights).toList());
        Stream.of(CoreModule.ROLES, CoreModule.PEOPLE, CoreModule.SETTINGS)
                .filter(capability -> caller.isAllowed(capability, Action.USE))
                .filter(capability -> then.level(capability, Action.USE) == Level.NONE)
                .findFirst()
                .ifPresent(capability -> {
                    throw Refusal.of(CoreErrorCode.LOCKS_OUT, capability);
                });
    }

    private Role checked(Role before, RoleChange change) {
        RoleLines lines = new RoleLines(catalogue.subjects(), modules);
        Role after = before.with(
                        Optional.ofNullable(change.grants()).map(lines::grants).orElse(before.grants()),
                        Optional.ofNullable(change.fields()).map(lines::fields).orElse(before.fields()),
                        merged(before.features(), change.features(), lines))
                .named(Optional.ofNullable(change.name()).map(String::strip).orElse(before.name()));
        lines.requireNoErrors();
        return after;
    }

    private static Map<String, Boolean> merged(
            Map<String, Boolean> before, Map<String, Boolean> change, RoleLines lines) {
        Map<String, Boolean> merged = new TreeMap<>(before);
        if (change != null) {
            lines.checkFeatures(change);
            merged.putAll(change);
        }
        merged.values().removeIf(enabled -> enabled == null);
        return merged;
    }

    void delete(UUID id, Optional<Integer> version) {
        Role role = requireOwn(id, version);
        if (role.members() > 0 || rows.isGivenByDomain(id)) {
            throw Refusal.of(CoreErrorCode.IN_USE, role.name());
        }
        users.stream()
                .flatMap(user -> user.userOf(role.name()).stream())
                .findFirst()
                .ifPresent(user -> {
                    throw Refusal.of(CoreErrorCode.USED_BY, user);
                });
        rows.delete(role);
        history.deleted(role);
        changed();
    }

    private Role requireOwn(UUID id, Optional<Integer> version) {
        Role role = rows.withId(id);
        if (role.builtIn().isPresent()) {
            throw Refusal.of(CoreErrorCode.BUILT_IN, role.name());
        }
        if (version.isPresent() && version.get() != role.version()) {
            throw Refusal.of(CoreErrorCode.STALE);
        }
        return role;
    }

    private void changed() {
        changes.fire(new AccessChanged(caller.tenantId()));
    }
}
