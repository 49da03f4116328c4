package org.pipewright.platform.access;

import java.util.List;
import java.util.Optional;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.access.Level;

/**
 * What is written down for one role.
 *
 * @param builtIn the built-in role it is, whose rights come from the modules' descriptors
 * @param grants its own grants
 * @param fields fields it restricts
 */
public record RoleRights(Optional<BuiltInRole> builtIn, List<Granted> grants, List<Restricted> fields) {

    /** One action on one subject, as far as the level reaches. */
    public record Granted(String subject, String action, Level level) {}

    /** One field of a record type and what remains of it. */
    public record Restricted(String recordType, String field, FieldAccess access) {}

    /** A built-in role. */
    public static RoleRights of(BuiltInRole role) {
        return new RoleRights(Optional.of(role), List.of(), List.of());
    }

    /** A role of the tenant's own. */
    public static RoleRights of(List<Granted> grants, List<Restricted> fields) {
        return new RoleRights(Optional.empty(), grants, fields);
    }
}
