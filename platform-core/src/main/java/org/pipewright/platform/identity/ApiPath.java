package org.pipewright.platform.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * The path of an API request as it was sent. Spellings that two readers could understand differently are refused, so
 * that the gate and the resources always mean the same path.
 *
 * @param path undecoded path, beginning with {@code /api}
 */
record ApiPath(String path) {

    private static final List<String> AMBIGUOUS = List.of(";", "//", "/./", "/../", "\\", "%2f", "%5c", "%2e", "%00");

    static ApiPath of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (AMBIGUOUS.stream().anyMatch(lower::contains) || lower.endsWith("/..") || lower.endsWith("/.")) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        return new ApiPath(path);
    }

    /** The tenant named in the path, by slug or id. */
    Optional<String> tenant() {
        String[] parts = path.split("/", 5);
        return parts.length > 3 && parts[2].equals("tenants") ? Optional.of(parts[3]) : Optional.empty();
    }

    /** Whether a tenant that is suspended or about to be deleted may still be asked this: leaving is never blocked. */
    boolean isLeaving() {
        return path.matches("/api/tenants/[^/]+/(deletion|exports)(/.*)?");
    }
}
