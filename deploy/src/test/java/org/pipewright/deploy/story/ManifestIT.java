package org.pipewright.deploy.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.SignedUp;

/** The shell asks for the manifest every few seconds, so an unchanged one costs no bytes. */
class ManifestIT {

    private final SignedUp organisation = SignedUp.as("Watched Works");

    @Test
    void anUnchangedManifestIsNotSentAgain() {
        String tag = tag(manifest(""));

        assertThat(manifest(tag).status()).isEqualTo(304);
        assertThat(manifest(tag).body()).isEmpty();

        turn("sales.leads", false);

        assertThat(manifest(tag).status()).isEqualTo(200);
        assertThat(manifest(tag).json().getJsonObject("features").getBoolean("sales.leads"))
                .isFalse();
    }

    /** What stands on another one's page by way of a third goes with whatever it leads over (S-ACC-03). */
    @Test
    void nobodyIsLedOverWhatIsSwitchedOff() {
        assertThat(through("sales.quote"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("type", "core.customer")
                        .add("path", "opportunity.customer")
                        .build());
        assertThat(through("billing.invoice")).isNotNull();

        turn("core.business-customers", false);

        assertThat(through("sales.quote")).isNull();
        assertThat(through("billing.invoice")).isNull();
    }

    private JsonObject through(String recordType) {
        return manifest("").json().getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals(recordType))
                .findFirst()
                .orElseThrow()
                .getJsonObject("through");
    }

    private Answer manifest(String tag) {
        Call call = Call.get(organisation.path("manifest"));
        return organisation.admin().send(tag.isEmpty() ? call : call.header("If-None-Match", tag));
    }

    private static String tag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private void turn(String feature, boolean on) {
        organisation
                .admin()
                .done(Call.put(
                        organisation.path("features/" + feature),
                        Json.createObjectBuilder().add("enabled", on).build()));
    }
}
