package org.pipewright.platform.roles;

import java.util.List;
import java.util.UUID;

/**
 * Why somebody may or may not do something (S-ROLE-14).
 *
 * @param subject record type or capability asked for
 * @param action asked for
 * @param level that holds
 * @param feature the subject belongs to, empty for none
 * @param featureOn whether that feature is in force for the person
 * @param roles what each role gives, the deciding ones marked
 */
public record Explanation(
        String subject, String action, String level, String feature, boolean featureOn, List<RoleShare> roles) {

    /** What one role gives. */
    public record RoleShare(UUID id, String name, String level, boolean decides) {}
}
