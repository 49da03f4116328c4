package org.pipewright.deploy.files;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Files on records (S-REC-02). */
class FilesIT {

    private static final String BYTES = "application/octet-stream";
    /** The head of a PDF is enough to tell one. */
    private static final String PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";

    private final RunningProduct product = RunningProduct.get();
    private final Client rita = product.as(DemoMember.RITA_REP);
    private final Client max = product.as(DemoMember.MAX_MANAGER);
    private final Client anna = product.as(DemoMember.ANNA_ADMIN);
    private final Client otto = product.as(DemoMember.OTTO_ONLY);

    private final String account = account(rita);
    private final String files = account + "/files";

    private static String account(Client who) {
        String name = "With files " + System.nanoTime();
        JsonObject body = Json.createObjectBuilder().add("name", name).build();
        return path("accounts/")
                + who.done(Call.post(path("accounts"), body)).json().getString("id");
    }

    private static String path(String rest) {
        return "/api/tenants/acme/" + rest;
    }

    private static Call sending(String address, String name, String content) {
        return Call.of("POST", address).query("name", name).with(BYTES, content);
    }

    private String sent(String name, String content) {
        return rita.done(sending(files, name, content)).json().getString("id");
    }

    private static List<JsonObject> items(Client who, String address) {
        return who.read(address).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private String link(Client who, String file) {
        return who.done(Call.post(files + "/" + file + "/links", JsonValue.EMPTY_JSON_OBJECT))
                .json()
                .getString("url");
    }

    @Test
    void areKeptAndHandedOutAsTheyWereSent() {
        String content = "x".repeat(3_000_000) + "end";
        String id = sent("../Offer für Öl.txt", content);

        JsonObject file = items(max, files).get(0);
        assertThat(file.getString("name")).isEqualTo("Offer für Öl.txt");
        assertThat(file.getInt("size")).isEqualTo(content.length());
        assertThat(file.getJsonObject("author").getString("title")).isNotEmpty();
        assertThat(new String(rita.download(Call.get(link(rita, id))), StandardCharsets.UTF_8))
                .isEqualTo(content);
        assertThat(items(max, account + "/timeline?only=file").get(0).getJsonObject("content"))
                .containsEntry("name", file.get("name"));
    }

    @Test
    void areSavedAndNeverRenderedUnlessHarmless() {
        String page = sent("Page.html", "<!doctype html><script>alert(1)</script>");
        String disguised = sent("Picture.png", "<!doctype html><html><script>alert(1)</script></html>");
        String document = sent("Offer.pdf", PDF);

        Answer html = rita.done(Call.get(link(rita, page) + "?inline=true"));
        assertThat(html.contentType()).isEqualTo(BYTES);
        assertThat(html.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(html.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(rita.done(Call.get(link(rita, disguised) + "?inline=true")).contentType())
                .isEqualTo(BYTES);
        Answer pdf = rita.done(Call.get(link(rita, document) + "?inline=true"));
        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline;");
    }

    @Test
    void areFetchedOnlyByWhomTheLinkWasMadeForAndNotForLong() {
        String url = link(rita, sent("Secret.txt", "Only for Rita"));
        String token = url.substring(url.lastIndexOf('/') + 1);
        Client gina = product.as(DemoMember.GINA_ADMIN);

        assertThat(gina.send(Call.get(url)).status()).isEqualTo(404);
        assertThat(gina.send(Call.get("/api/tenants/globex/downloads/" + token)).status())
                .isEqualTo(404);
        assertThat(max.send(Call.get(url)).status()).isEqualTo(404);
        assertThat(product.asNobody().send(Call.get(url)).status()).isEqualTo(401);
        assertThat(rita.send(Call.get(url)).status()).isEqualTo(200);
        Console.unlimited().execute("update core.file_link set expires_at = now() - interval '1 second'");
        assertThat(rita.send(Call.get(url)).status()).isEqualTo(410);
    }

    @Test
    void haveVersions() {
        String id = sent("Offer.txt", "First");

        JsonObject second = max.done(sending(files + "/" + id + "/versions", "Offer.txt", "Second"))
                .json();

        assertThat(second.getInt("version")).isEqualTo(2);
        assertThat(items(rita, files + "/" + id + "/versions")).hasSize(2);
        assertThat(rita.done(Call.get(link(rita, id))).body()).isEqualTo("Second");
        JsonObject first = Json.createObjectBuilder().add("version", 1).build();
        String former =
                rita.done(Call.post(files + "/" + id + "/links", first)).json().getString("url");
        assertThat(rita.done(Call.get(former)).body()).isEqualTo("First");
        JsonObject none = Json.createObjectBuilder().add("version", 3).build();
        assertThat(rita.send(Call.post(files + "/" + id + "/links", none)).fields())
                .containsExactly("version");
    }

    @Test
    void areRefusedWhereTheyBreakARule() {
        assertThat(rita.send(sending(files, "setup.EXE", "MZ")).fields()).containsExactly("name");
        assertThat(rita.send(sending(files, "empty.txt", "")).fields()).containsExactly("content");
        assertThat(rita.send(Call.of("POST", files).with(BYTES, "x")).fields()).containsExactly("name");
        assertThat(otto.send(sending(files, "a.txt", "x")).status()).isEqualTo(403);
        setting("core.file.most-megabytes", Json.createValue(1));
        try {
            assertThat(rita.send(sending(files, "large.txt", "x".repeat((1 << 20) + 1)))
                            .status())
                    .isEqualTo(413);
        } finally {
            setting("core.file.most-megabytes", JsonValue.NULL);
        }
        assertThat(items(rita, files)).isEmpty();
    }

    private void setting(String key, JsonValue value) {
        anna.done(Call.put(
                path("settings/" + key),
                Json.createObjectBuilder().add("value", value).build()));
    }

    @Test
    void areRenamedAndRemovedByWhoSentThemOrAnAdministrator() {
        String id = sent("Offer.txt", "x");
        Call renaming = Call.of("PATCH", files + "/" + id)
                .with(Json.createObjectBuilder().add("name", "Order.txt").build());

        assertThat(max.send(renaming).status()).isEqualTo(403);
        assertThat(rita.done(renaming).json().getString("name")).isEqualTo("Order.txt");
        assertThat(max.send(Call.of("DELETE", files + "/" + id)).status()).isEqualTo(403);
        anna.done(Call.of("DELETE", files + "/" + id));

        assertThat(items(rita, files)).isEmpty();
        assertThat(items(rita, account + "/history").get(0).getString("action")).isEqualTo("remove-file");
    }

    @Test
    void areNotSeenWhereTheRecordIsNot() {
        String hidden = account(anna) + "/files";
        String id = anna.done(sending(hidden, "a.txt", "x")).json().getString("id");

        assertThat(rita.send(Call.get(hidden)).status()).isEqualTo(404);
        assertThat(rita.send(Call.get(hidden + "/" + id)).status()).isEqualTo(404);
        assertThat(rita.send(Call.get(files + "/" + id)).status()).isEqualTo(404);
        assertThat(rita.send(Call.post(hidden + "/" + id + "/links", JsonValue.EMPTY_JSON_OBJECT))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void goAlongWhenTheirRecordIsMerged() {
        String winner = account(anna);
        String loser = account(anna);
        anna.done(sending(loser + "/files", "Kept.txt", "x"));
        JsonObject merge = Json.createObjectBuilder()
                .add("losers", Json.createArrayBuilder().add(loser.substring(loser.lastIndexOf('/') + 1)))
                .build();

        anna.done(Call.post(winner + "/merge", merge));

        assertThat(items(anna, winner + "/files").get(0).getString("name")).isEqualTo("Kept.txt");
    }
}
