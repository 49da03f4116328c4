package org.pipewright.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.outbox.Outbox;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;

/** Takes letters; they go out once the running transaction has committed. */
@ApplicationScoped
public class Mail {

    static final String KIND = "mail";

    @Inject
    Outbox outbox;

    @Inject
    @ConfigProperty(name = "pipewright.platform.stale-mail-hours", defaultValue = "24")
    int staleHours;

    /** Posts a letter on behalf of a tenant. It waits while the tenant is suspended. */
    public void post(UUID tenant, Letter letter) {
        outbox.put(tenant, KIND, "", null, json(letter));
    }

    /** The same for one of {@link PostedLetters}, which tells what becomes of it. */
    public void post(UUID tenant, Letter letter, UUID posted) {
        outbox.put(tenant, KIND, "", posted, json(letter));
    }

    /** Posts a letter of the platform about the tenant, which also goes out while the tenant is closed. */
    public void postWhileClosed(UUID tenant, Letter letter) {
        outbox.put(tenant, KIND, Outbox.PLATFORM, null, json(letter));
    }

    /** Drops letters that have waited too long to be sent now; returns how many. */
    public int skipStale(UUID tenant) {
        return outbox.drop(tenant, KIND, Instant.now().minus(Duration.ofHours(staleHours)));
    }

    private static JsonObject json(Letter letter) {
        JsonObjectBuilder arguments = Json.createObjectBuilder();
        letter.arguments().forEach(arguments::add);
        JsonArrayBuilder files = Json.createArrayBuilder();
        letter.files().forEach(file -> files.add(json(file)));
        return Json.createObjectBuilder()
                .add("to", letter.to())
                .add("language", letter.language().toLanguageTag())
                .add("kind", letter.kind())
                .add("arguments", arguments)
                .add("files", files)
                .build();
    }

    private static JsonObjectBuilder json(Attachment file) {
        return Json.createObjectBuilder()
                .add("name", file.name())
                .add("type", file.mediaType())
                .add("content", Base64.getEncoder().encodeToString(file.content()));
    }
}
