package org.pipewright.platform.rest;

import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** Versions of records as entity tags. */
public final class EntityTag {

    private EntityTag() {}

    /** The tag of a version. */
    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The version a request expects; refuses a request that names none. A star expects any. */
    public static Optional<Integer> required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(CoreErrorCode.IF_MATCH_REQUIRED);
        }
        return optional(ifMatch);
    }

    /** The version a request expects, if it names one. */
    public static Optional<Integer> optional(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Integer.valueOf(ifMatch.strip().replaceFirst("^W/", "").replace("\"", "")));
        } catch (NumberFormatException e) {
            throw Refusal.of(CoreErrorCode.STALE);
        }
    }

    /** Refuses a request that expects another version than the record has. */
    public static void require(Optional<Integer> expected, int version) {
        if (expected.filter(other -> other != version).isPresent()) {
            throw Refusal.of(CoreErrorCode.STALE);
        }
    }
}
