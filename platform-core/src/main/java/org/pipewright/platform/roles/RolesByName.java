package org.pipewright.platform.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.access.RoleNames;

/** Answers modules that know roles by name. */
@ApplicationScoped
class RolesByName implements RoleNames {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Override
    public boolean exists(String name) {
        return sql.first("select 1 from core.role where key = lower(?) or lower(name) = lower(?)", row -> 1, name, name)
                .isPresent();
    }

    @Override
    public boolean isHeld(String name) {
        Caller caller = callers.caller();
        return caller.memberId() == null
                || caller.roles().stream()
                        .anyMatch(role -> name.equalsIgnoreCase(role.key()) || name.equalsIgnoreCase(role.name()));
    }
}
