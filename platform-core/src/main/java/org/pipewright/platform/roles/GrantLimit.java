package org.pipewright.platform.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.RoleRights.Granted;
import org.pipewright.platform.access.RoleRights.Restricted;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/** Nobody gives what they do not hold (S-ROLE-13); what a role already gives may stay. The tenant admin is exempt. */
final class GrantLimit {

    private final Caller caller;
    private final List<FieldError> errors = new ArrayList<>();

    GrantLimit(Caller caller) {
        this.caller = caller;
    }

    static void require(Caller caller, Role before, Role after) {
        if (!caller.rights().holdsEverything()) {
            new GrantLimit(caller).require(before, after);
        }
    }

    private void require(Role before, Role after) {
        after.grants().stream()
                .filter(granted -> granted.level().compareTo(level(before, granted)) > 0)
                .filter(granted -> granted.level().compareTo(caller.level(granted.subject(), granted.action())) > 0)
                .forEach(granted -> reject("grants." + granted.subject() + "." + granted.action()));
        Stream.concat(before.fields().stream(), after.fields().stream())
                .filter(field -> access(after, field).compareTo(access(before, field)) > 0)
                .filter(field -> access(after, field).compareTo(caller.access(field.recordType(), field.field())) > 0)
                .forEach(field -> reject("fields." + field.recordType() + "." + field.field()));
        if (!errors.isEmpty()) {
            throw new Refusal(CoreErrorCode.FORBIDDEN, Map.of("name", after.name()), errors);
        }
    }

    private static Level level(Role role, Granted granted) {
        return role.grants().stream()
                .filter(own ->
                        own.subject().equals(granted.subject()) && own.action().equals(granted.action()))
                .map(Granted::level)
                .findFirst()
                .orElse(Level.NONE);
    }

    private static FieldAccess access(Role role, Restricted field) {
        return role.fields().stream()
                .filter(own -> own.recordType().equals(field.recordType())
                        && own.field().equals(field.field()))
                .map(Restricted::access)
                .findFirst()
                .orElse(FieldAccess.EDIT);
    }

    private void reject(String field) {
        errors.add(InvalidFields.error(field, "not-held"));
    }
}
