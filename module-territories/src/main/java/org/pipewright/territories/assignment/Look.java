package org.pipewright.territories.assignment;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * A look at records, after which they are where the rules want them.
 *
 * @param cause why it is taken, kept with each move
 * @param settledToo whether also those move that are decided, such as won deals (S-TERR-16)
 * @param back since when moves of those that were decided even then are taken back (S-TERR-08)
 */
record Look(String cause, boolean settledToo, Optional<Instant> back) {

    private static final String CAUSE = "cause";
    private static final String SETTLED_TOO = "settledToo";
    private static final String BACK = "back";

    static Look because(String cause) {
        return new Look(cause, false, Optional.empty());
    }

    static Look of(JsonObject payload) {
        return new Look(
                payload.getString(CAUSE, "run"),
                payload.getBoolean(SETTLED_TOO, false),
                Optional.ofNullable(payload.getString(BACK, null)).map(Instant::parse));
    }

    /** Whether any later look sees all that this one would. */
    boolean isLikeAnyOther() {
        return !settledToo && back.isEmpty();
    }

    JsonObject payload() {
        JsonObjectBuilder payload = Json.createObjectBuilder().add(CAUSE, cause).add(SETTLED_TOO, settledToo);
        back.ifPresent(since -> payload.add(BACK, since.toString()));
        return payload.build();
    }
}
