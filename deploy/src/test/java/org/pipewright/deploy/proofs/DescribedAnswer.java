package org.pipewright.deploy.proofs;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What OpenAPI says of a success.
 *
 * @param status HTTP status
 * @param mediaType of the body, empty if there is none
 * @param schema of the body, if it is JSON
 */
record DescribedAnswer(int status, String mediaType, Optional<JsonObject> schema) {

    static DescribedAnswer of(String status, JsonObject response) {
        JsonObject content = response.getJsonObject("content");
        if (content == null) {
            return new DescribedAnswer(Integer.parseInt(status), "", Optional.empty());
        }
        String mediaType = content.keySet().iterator().next();
        return new DescribedAnswer(
                Integer.parseInt(status),
                mediaType,
                Optional.of(content.getJsonObject(mediaType).getJsonObject("schema"))
                        .filter(schema -> mediaType.equals("application/json")));
    }
}
