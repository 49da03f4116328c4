package org.pipewright.platform.roles;

import java.util.Optional;

/** Something of the bound tenant that names roles, which therefore cannot be removed; one CDI bean each. */
public interface RoleUser {

    /** What it is called that names the role of that name; empty if nothing does. */
    Optional<String> userOf(String role);
}
