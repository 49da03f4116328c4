package org.pipewright.deploy.proofs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** A small import in each of its states. */
final class ProofImport {

    private ProofImport() {}

    static String file() {
        return "Name\nImported proof " + Workplace.number() + "\n";
    }

    static JsonObject mapping() {
        return Json.createObjectBuilder()
                .add(
                        "fields",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("field", "name")
                                        .add("column", "Name")))
                .build();
    }

    static String uploaded(Workplace place) {
        return uploaded(place, file());
    }

    private static String uploaded(Workplace place, String file) {
        Call upload = Call.of("POST", place.path("imports"))
                .query("recordType", "core.account")
                .with("text/csv", file);
        return place.admin().done(upload).json().getString("id");
    }

    static String mapped(Workplace place) {
        return mapped(place, file());
    }

    private static String mapped(Workplace place, String file) {
        String id = uploaded(place, file);
        place.admin().done(Call.put(place.path("imports/" + id + "/mapping"), mapping()));
        return id;
    }

    /** One on which work seems to go on for ever; {@link #settle} ends it. */
    static String busy(Workplace place) {
        String id = uploaded(place);
        place.console().execute("update core.import set work = 'VALIDATE' where id = ?::uuid", id);
        return id;
    }

    /** Lets all work on imports come to its end. */
    static void settle(Workplace place) {
        place.console().execute("update core.import set work = null where work is not null and state = 'UPLOADED'");
        RunningProduct.eventually("all imports", () -> areIdle(place));
    }

    private static boolean areIdle(Workplace place) {
        return place.admin().read(place.path("imports")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .allMatch(imported -> imported.get("work") == null || imported.get("work") == JsonValue.NULL);
    }

    static String validated(Workplace place) {
        return worked(place, mapped(place), "validate");
    }

    static String done(Workplace place) {
        return worked(place, validated(place), "run");
    }

    private static String worked(Workplace place, String id, String step) {
        place.admin().done(Call.of("POST", place.path("imports/" + id + "/" + step)));
        RunningProduct.eventually("import: " + step, () -> isIdle(place, id));
        return id;
    }

    private static boolean isIdle(Workplace place, String id) {
        JsonValue work = place.admin().read(place.path("imports/" + id)).get("work");
        return work == null || work == JsonValue.NULL;
    }
}
