package org.pipewright.platform.mailboxes;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail on its way to the mail server: what is not kept with the message as people see it.
 *
 * @param message that is sent
 * @param to addresses
 * @param copies addresses of those who get a copy
 * @param answersTo address for answers, if it is another one than the sender's
 * @param earlier Message-ID of the mail it answers, if it does
 * @param token of the addresses by which it tells that it was opened, if its recipients agreed to that
 */
record PostedMail(
        UUID message,
        List<String> to,
        List<String> copies,
        Optional<String> answersTo,
        Optional<String> earlier,
        Optional<String> token) {

    JsonObject json() {
        JsonObjectBuilder posted = Json.createObjectBuilder()
                .add("message", message.toString())
                .add("to", array(to))
                .add("cc", array(copies));
        answersTo.ifPresent(address -> posted.add("answersTo", address));
        earlier.ifPresent(key -> posted.add("earlier", key));
        token.ifPresent(secret -> posted.add("token", secret));
        return posted.build();
    }

    private static JsonArray array(List<String> texts) {
        return Json.createArrayBuilder(texts).build();
    }
}
