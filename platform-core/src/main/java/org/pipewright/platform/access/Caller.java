package org.pipewright.platform.access;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.access.Level;

/**
 * Everything that decides what somebody may do in a tenant, read once and kept for at most two seconds.
 *
 * @param tenant tenant acted in
 * @param memberId acting member
 * @param name of the member
 * @param teamId main team of the member, may be null
 * @param teams teams of the member
 * @param teamsAndBelow these teams and all below them
 * @param roles roles held
 * @param rights joined rights of all roles
 * @param features features in force
 */
public record Caller(
        TenantFacts tenant,
        UUID memberId,
        String name,
        UUID teamId,
        Set<UUID> teams,
        Set<UUID> teamsAndBelow,
        List<HeldRole> roles,
        RightsTable rights,
        Set<String> features) {

    /** What a request needs to know of the tenant itself. */
    public record TenantFacts(
            UUID id, String slug, String name, String status, String currency, ZoneId timeZone, Locale language) {}

    /** A role of the member. */
    public record HeldRole(UUID id, String key, String name) {}

    /** Access to one field. */
    public enum FieldAccess {
        NONE,
        VIEW,
        EDIT
    }

    /** How far the caller may do the action. */
    public Level level(String subject, String action) {
        return rights.level(subject, action);
    }

    /** Whether the feature is in force; the empty key always is. */
    public boolean has(String feature) {
        return feature.isEmpty() || features.contains(feature);
    }

    /** Access to a field that roles may restrict. */
    public FieldAccess access(String recordType, String field) {
        return rights.access(recordType, field);
    }
}
