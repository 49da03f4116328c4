package org.pipewright.deploy.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.SignedUp;

/** The real pipeline of a computer seller over REST: what is refused, and what is undone. */
class MavenDataIT {

    private static final int INCOMPLETE = 3_898;

    @Test
    void withoutHistoricalDataTheRowsThatBreakARuleAreRefusedByNameAndNobodyElseWaits() {
        MavenData data = new MavenData(SignedUp.as("Maven Today"));
        data.bringReferencesIn();
        String id = data.pipeline();

        data.begin(id, "validate");
        SignedUp.as("Signed up meanwhile");

        assertThat(data.isIdle(id)).isFalse();
        data.await(id);
        assertThat(data.count(id, "ERROR")).isEqualTo(INCOMPLETE);
        assertThat(data.count(id, "VALID")).isEqualTo(8_800 - INCOMPLETE);
        assertThat(data.rows(id, "error").getValuesAs(JsonObject.class))
                .allSatisfy(row -> assertThat(row.getJsonArray("errors").getValuesAs(JsonObject.class))
                        .extracting(error -> error.getString("field") + " " + error.getString("code"))
                        .containsAnyOf("account required", "lossReason required"));
        assertThat(data.errors(id).lines()).hasSize(INCOMPLETE + 1);
    }

    @Test
    void anImportIsUndoneWhole() {
        SignedUp other = SignedUp.as("Maven Returns");
        MavenData data = new MavenData(other);
        String id = data.run(data.accounts());
        assertThat(MavenFigures.total(other, "accounts", "")).isEqualTo(85);

        data.undo(id);

        assertThat(data.count(id, "UNDONE")).isEqualTo(85);
        assertThat(MavenFigures.total(other, "accounts", "")).isZero();
    }
}
