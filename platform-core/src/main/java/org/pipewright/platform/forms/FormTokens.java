package org.pipewright.platform.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.identity.Secrets;
import org.pipewright.platform.secrets.Sealing;

/**
 * The signed token that each opened form carries. It tells when the form was opened: who sends it faster than a person
 * can write is a robot. It counts for one submission.
 */
@ApplicationScoped
class FormTokens {

    static final Duration FASTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String PURPOSE = "form";
    private static final String FIELD = "token";

    @Inject
    Sealing sealing;

    /** A token for the form, opened now. */
    String issued(UUID form) {
        String token = Instant.now().toEpochMilli() + "." + Secrets.random();
        return token + "." + sealing.signature(PURPOSE, form + "." + token);
    }

    /** What tells this token from all others; refuses one that is not ours, too old or too young. */
    String require(UUID form, String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3 || !sealing.isSigned(PURPOSE, form + "." + parts[0] + "." + parts[1], parts[2])) {
            throw InvalidFields.refusal(FIELD, "invalid", "form-token");
        }
        Duration open = Duration.between(Instant.ofEpochMilli(Long.parseLong(parts[0])), Instant.now());
        if (open.compareTo(LONGEST) > 0) {
            throw InvalidFields.refusal(FIELD, "expired", "form-expired");
        }
        if (open.compareTo(FASTEST) < 0) {
            throw InvalidFields.refusal(FIELD, "too-fast", "form-too-fast");
        }
        return parts[1];
    }
}
