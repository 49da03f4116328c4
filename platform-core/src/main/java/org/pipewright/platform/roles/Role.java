package org.pipewright.platform.roles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.RoleRights;
import org.pipewright.platform.access.RoleRights.Granted;
import org.pipewright.platform.access.RoleRights.Restricted;
import org.pipewright.platform.spi.access.BuiltInRole;

/** A role with all it gives. */
record Role(
        UUID id,
        int version,
        Optional<BuiltInRole> builtIn,
        String name,
        int members,
        List<Granted> grants,
        List<Restricted> fields,
        Map<String, Boolean> features) {

    Role with(List<Granted> newGrants, List<Restricted> newFields, Map<String, Boolean> newFeatures) {
        return new Role(id, version, builtIn, name, members, newGrants, newFields, newFeatures);
    }

    /** The same as it counts for whoever holds it. */
    RoleRights rights() {
        return builtIn.map(RoleRights::of).orElseGet(() -> RoleRights.of(grants, fields));
    }

    Role named(String newName) {
        return new Role(id, version, builtIn, newName, members, grants, fields, features);
    }
}
