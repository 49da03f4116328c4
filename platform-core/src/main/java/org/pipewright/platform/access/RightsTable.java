package org.pipewright.platform.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.RoleRights.Granted;
import org.pipewright.platform.access.RoleRights.Restricted;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.modules.CrmModule;

/**
 * What somebody may do: the rights of all roles joined by "or" (S-ROLE-02), the widest level and the most permissive
 * access to a field win. The tenant admin holds every action of every subject, also of modules that come later.
 */
public final class RightsTable {

    private static final RightsTable EVERYTHING = new RightsTable(true, false, Map.of(), Map.of(), Map.of());
    private static final RightsTable UNLIMITED = new RightsTable(true, true, Map.of(), Map.of(), Map.of());
    private static final List<String> WRITING = List.of(Action.EDIT, Action.CREATE, Action.IMPORT);

    private final boolean everything;
    private final boolean confidential;
    private final Map<String, Map<String, Level>> levels;
    private final Map<String, Map<String, FieldAccess>> fields;
    private final Map<String, String> hostsOfParts;

    private RightsTable(
            boolean everything,
            boolean confidential,
            Map<String, Map<String, Level>> levels,
            Map<String, Map<String, FieldAccess>> fields,
            Map<String, String> hostsOfParts) {
        this.hostsOfParts = hostsOfParts;
        this.everything = everything;
        this.confidential = confidential;
        this.levels = levels;
        this.fields = fields;
    }

    /** The rights of somebody who holds these roles, with these modules present. */
    public static RightsTable of(List<CrmModule> modules, List<RoleRights> roles) {
        if (roles.stream().anyMatch(RightsTable::isAdmin)) {
            return EVERYTHING;
        }
        Map<String, Map<String, Level>> levels = new HashMap<>();
        roles.stream().flatMap(role -> grants(modules, role)).forEach(granted -> join(levels, granted));
        return new RightsTable(false, false, levels, fieldsOf(modules, roles), Map.of());
    }

    /** The rights of the tenant admin, and of the platform when it acts for a tenant. */
    public static RightsTable everything() {
        return EVERYTHING;
    }

    /** The same, reaching also what is private to others: for what becomes of records whoever may see them. */
    static RightsTable unlimited() {
        return UNLIMITED;
    }

    /** Whether what is private to others is reached too. */
    public boolean reachesConfidential() {
        return confidential;
    }

    /** The same with parts of records, for which the rights of their hosts are asked. */
    public RightsTable withParts(Map<String, String> hosts) {
        return new RightsTable(everything, confidential, levels, fields, hosts);
    }

    /** The same with fields that nobody sees without a capability: its key by record type and field. */
    public RightsTable withGuarded(Map<String, Map<String, String>> capabilities) {
        Map<String, Map<String, FieldAccess>> limited = new HashMap<>();
        fields.forEach((type, restricted) -> limited.put(type, new HashMap<>(restricted)));
        capabilities.forEach((type, guarded) -> guarded.forEach((field, capability) -> {
            if (level(capability, "use") == Level.NONE) {
                limited.computeIfAbsent(type, name -> new HashMap<>()).put(field, FieldAccess.NONE);
            }
        }));
        return new RightsTable(everything, confidential, levels, limited, hostsOfParts);
    }

    /** How far the action on the subject reaches. */
    public Level level(String subject, String action) {
        String host = hostsOfParts.get(subject);
        if (host != null) {
            return level(host, DeclaredType.actionOnHost(action));
        }
        return everything
                ? Level.TENANT
                : levels.getOrDefault(subject, Map.of()).getOrDefault(action, Level.NONE);
    }

    /** Access to a field of a record type that roles may restrict. */
    public FieldAccess access(String recordType, String field) {
        return fields.getOrDefault(recordType, Map.of()).getOrDefault(field, FieldAccess.EDIT);
    }

    /** Whether it holds every right there is. */
    public boolean holdsEverything() {
        return everything;
    }

    /** Calls back for each level above none that is written down; nothing is for who holds everything. */
    public void forEach(BiConsumer<String, Map<String, Level>> subject) {
        levels.forEach(subject);
    }

    private static boolean isAdmin(RoleRights role) {
        return role.builtIn().filter(key -> key == BuiltInRole.TENANT_ADMIN).isPresent();
    }

    private static Stream<Granted> grants(List<CrmModule> modules, RoleRights role) {
        return role.builtIn().map(key -> declared(modules, key)).orElseGet(() -> role.grants().stream());
    }

    private static Stream<Granted> declared(List<CrmModule> modules, BuiltInRole role) {
        return modules.stream()
                .flatMap(module -> module.grants().stream())
                .filter(grant -> grant.role() == role)
                .flatMap(grant ->
                        grant.actions().stream().map(action -> new Granted(grant.subject(), action, grant.level())));
    }

    private static void join(Map<String, Map<String, Level>> levels, Granted granted) {
        levels.computeIfAbsent(granted.subject(), subject -> new HashMap<>())
                .merge(granted.action(), granted.level(), Level::or);
    }

    private static Map<String, Map<String, FieldAccess>> fieldsOf(List<CrmModule> modules, List<RoleRights> roles) {
        Map<String, Map<String, FieldAccess>> joined = new HashMap<>();
        roles.stream()
                .flatMap(role -> role.fields().stream())
                .forEach(restricted -> joined.computeIfAbsent(restricted.recordType(), type -> new HashMap<>())
                        .computeIfAbsent(restricted.field(), field -> widest(modules, roles, restricted)));
        return joined;
    }

    private static FieldAccess widest(List<CrmModule> modules, List<RoleRights> roles, Restricted field) {
        return roles.stream()
                .map(role -> least(reach(modules, role, field.recordType()), written(role, field)))
                .reduce(FieldAccess.NONE, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private static FieldAccess least(FieldAccess one, FieldAccess other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static FieldAccess written(RoleRights role, Restricted field) {
        return role.fields().stream()
                .filter(own -> own.recordType().equals(field.recordType())
                        && own.field().equals(field.field()))
                .map(Restricted::access)
                .findFirst()
                .orElse(FieldAccess.EDIT);
    }

    /** A role that does not show the type at all lifts no other role's restriction of a field. */
    private static FieldAccess reach(List<CrmModule> modules, RoleRights role, String recordType) {
        Map<String, Map<String, Level>> own = new HashMap<>();
        grants(modules, role).forEach(granted -> join(own, granted));
        Map<String, Level> actions = own.getOrDefault(recordType, Map.of());
        if (WRITING.stream().anyMatch(action -> actions.getOrDefault(action, Level.NONE) != Level.NONE)) {
            return FieldAccess.EDIT;
        }
        return actions.getOrDefault(Action.VIEW, Level.NONE) == Level.NONE ? FieldAccess.NONE : FieldAccess.VIEW;
    }
}
