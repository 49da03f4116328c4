package org.pipewright.platform.access;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.access.ReachBeside;

/**
 * Everything that decides what somebody may do in a tenant, read once and kept for at most two seconds.
 *
 * @param tenant tenant acted in
 * @param language in which the caller reads
 * @param memberId acting member
 * @param name of the member
 * @param teamId main team of the member, may be null
 * @param teams teams of the member
 * @param teamsAndBelow these teams and all below them
 * @param roles roles held
 * @param rights joined rights of all roles
 * @param features features in force
 * @param shared record types of which somebody shares records with the member
 * @param beside what the member reaches by values that modules keep beside records, by the name of their field
 */
public record Caller(
        TenantFacts tenant,
        Locale language,
        UUID memberId,
        String name,
        UUID teamId,
        Set<UUID> teams,
        Set<UUID> teamsAndBelow,
        List<HeldRole> roles,
        RightsTable rights,
        Set<String> features,
        Set<String> shared,
        Map<String, ReachBeside.Reached> beside) {

    /** What a request needs to know of the tenant itself. */
    public record TenantFacts(
            UUID id,
            String slug,
            String name,
            String status,
            String currency,
            ZoneId timeZone,
            DayOfWeek firstWeekday,
            Locale language,
            String country,
            LoginPolicy login) {}

    /**
     * What the tenant asks of log-ins beyond what the platform does (S-AUTH-10, S-AUTH-11).
     *
     * @param idleMinutes after which a browser that was not used must log in again, or 0
     * @param hours after which every browser must, or 0
     * @param level the identity provider must have checked, such as the number of factors; empty for any
     */
    public record LoginPolicy(int idleMinutes, int hours, String level) {

        /** Asks for nothing more. */
        public static final LoginPolicy NONE = new LoginPolicy(0, 0, "");

        /** Whether a log-in at that level is enough: numbers by their size, names only by being the same. */
        public boolean accepts(String given) {
            return level.isEmpty()
                    || level.equals(given)
                    || (given != null
                            && isNumber(level)
                            && isNumber(given)
                            && Integer.parseInt(given) >= Integer.parseInt(level));
        }

        private static boolean isNumber(String text) {
            return text.matches("[0-9]{1,6}");
        }
    }

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

    /**
     * The same person with every right, also over what is private to others, for what the platform does because the person
     * asked for it as a whole. Nothing that is read this way may be shown to the person.
     */
    public Caller unlimited() {
        return with(RightsTable.unlimited(), language);
    }

    /** The same person reading in another language. */
    public Caller reading(Locale other) {
        return with(rights, other);
    }

    private Caller with(RightsTable otherRights, Locale otherLanguage) {
        return new Caller(
                tenant,
                otherLanguage,
                memberId,
                name,
                teamId,
                teams,
                teamsAndBelow,
                roles,
                otherRights,
                features,
                shared,
                beside);
    }

    /** Access to a field that roles may restrict. */
    public FieldAccess access(String recordType, String field) {
        return rights.access(recordType, field);
    }
}
