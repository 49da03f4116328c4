package org.pipewright.platform.spi.modules;

import java.util.Set;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.access.Level;

/**
 * What a built-in role may do. Tenants' own roles start with nothing.
 *
 * @param role the built-in role
 * @param subject name of a record type, or key of a capability
 * @param actions such as {@code view}, {@code edit} or the name of a verb; {@code use} for a capability
 * @param level how far the actions reach
 */
public record Grant(BuiltInRole role, String subject, Set<String> actions, Level level) {

    /** Grants actions on a record type. */
    public static Grant of(BuiltInRole role, String subject, Level level, String... actions) {
        return new Grant(role, subject, Set.of(actions), level);
    }

    /** Grants a capability. */
    public static Grant of(BuiltInRole role, String capability) {
        return new Grant(role, capability, Set.of("use"), Level.TENANT);
    }
}
