package org.pipewright.sales.kinds;

import java.util.Arrays;
import java.util.List;

/** Roles as a field names them. */
final class RoleList {

    private RoleList() {}

    static List<String> of(String names) {
        return names == null
                ? List.of()
                : Arrays.stream(names.split(","))
                        .map(String::strip)
                        .filter(role -> !role.isEmpty())
                        .toList();
    }
}
