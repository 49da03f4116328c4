package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** How an organisation presents itself: its logo and the days on which it works (S-TEN-22). */
class ProfileIT {

    /** A picture of one point. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNQSDgAAAHkAUGcFuGgAAAAAElFTkSuQmCC";

    private final Newcomer tenant = new Newcomer();

    private Answer choose(String content) {
        return tenant.admin()
                .send(Call.put(
                        tenant.path("organisation/logo"),
                        Json.createObjectBuilder().add("content", content).build()));
    }

    private Answer work(int... days) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        IntStream.of(days).forEach(list::add);
        return tenant.admin()
                .send(Call.of("PATCH", tenant.path("organisation"))
                        .with(Json.createObjectBuilder()
                                .add("workingDays", list)
                                .build())
                        .header("If-Match", "*"));
    }

    @Test
    void showsThePictureThatWasChosenAndKeepsTheFormerOne() {
        assertThat(choose(PICTURE).status()).isEqualTo(204);
        assertThat(choose(PICTURE).status()).isEqualTo(204);

        Answer logo = tenant.admin().done(Call.get(tenant.path("organisation/logo")));
        assertThat(logo.contentType()).isEqualTo("image/png");
        assertThat(tenant.admin().read(tenant.path("organisation")).getBoolean("logo"))
                .isTrue();
        assertThat(tenant.console().query("select count(*) from core.logo where tenant_id = ?::uuid", tenant.id()))
                .containsExactly("2");

        tenant.admin().done(Call.of("DELETE", tenant.path("organisation/logo")));
        assertThat(tenant.admin()
                        .send(Call.get(tenant.path("organisation/logo")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesNothingButPictures() {
        String text = Base64.getEncoder().encodeToString("<svg onload='alert(1)'/>".getBytes());

        assertThat(choose(text).fields()).containsExactly("content");
        assertThat(choose("no base64!").fields()).containsExactly("content");
    }

    @Test
    void worksOnTheDaysThatAreChosen() {
        assertThat(work(6, 1, 2, 6).json().getJsonArray("workingDays").toString())
                .isEqualTo("[1,2,6]");
        assertThat(work().fields()).containsExactly("workingDays");
        assertThat(work(8).fields()).containsExactly("workingDays");
    }
}
