package org.pipewright.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.pipewright.platform.outbox.Outbox;

/** Takes letters; they go out once the running transaction has committed. */
@ApplicationScoped
public class Mail {

    static final String KIND = "mail";

    @Inject
    Outbox outbox;

    /** Posts a letter on behalf of a tenant. */
    public void post(UUID tenant, Letter letter) {
        outbox.put(tenant, KIND, "", null, json(letter));
    }

    private static JsonObject json(Letter letter) {
        JsonObjectBuilder arguments = Json.createObjectBuilder();
        letter.arguments().forEach(arguments::add);
        return Json.createObjectBuilder()
                .add("to", letter.to())
                .add("language", letter.language().toLanguageTag())
                .add("kind", letter.kind())
                .add("arguments", arguments)
                .build();
    }
}
