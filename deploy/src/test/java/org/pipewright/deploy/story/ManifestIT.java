package org.pipewright.deploy.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
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

        switchLeads(false);

        assertThat(manifest(tag).status()).isEqualTo(200);
        assertThat(manifest(tag).json().getJsonObject("features").getBoolean("sales.leads"))
                .isFalse();
    }

    private Answer manifest(String tag) {
        Call call = Call.get(organisation.path("manifest"));
        return organisation.admin().send(tag.isEmpty() ? call : call.header("If-None-Match", tag));
    }

    private static String tag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private void switchLeads(boolean on) {
        organisation
                .admin()
                .done(Call.put(
                        organisation.path("features/sales.leads"),
                        Json.createObjectBuilder().add("enabled", on).build()));
    }
}
