package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** What a tenant named itself is read by everybody in the language they chose (S-I18N-02). */
class TranslationsIT {

    private final Newcomer tenant = new Newcomer();

    private JsonObject read(String path, String language) {
        return tenant.admin()
                .done(Call.get(tenant.path(path)).header("Accept-Language", language))
                .json();
    }

    private JsonObject translation(String recordType, String name) {
        return read("translations/de", "en").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("recordType").equals(recordType)
                        && each.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Answer name(String id, String text) {
        return tenant.admin().send(Call.put(tenant.path("translations/de/" + id), Newcomer.json("text", text)));
    }

    private String stageOf(JsonObject deal) {
        return deal.getJsonObject("stage").getString("title");
    }

    private JsonObject deal(String stage) {
        String account =
                tenant.admin().done(tenant.account("Town library")).json().getString("id");
        JsonObject amount = Json.createObjectBuilder()
                .add("amount", "900")
                .add("currency", "EUR")
                .build();
        return tenant.admin()
                .done(Call.post(
                        tenant.path("opportunities"),
                        Json.createObjectBuilder()
                                .add("name", "Reading room")
                                .add("account", account)
                                .add("amount", amount)
                                .add("stage", stage)
                                .build()))
                .json();
    }

    @Test
    void whatComesWithTheProductIsNamedInEveryLanguage() {
        assertThat(translation("sales.stage", "Negotiate").getString("text")).isEqualTo("Verhandeln");
        assertThat(translation("sales.lead-status", "New").getString("text")).isEqualTo("Neu");
        assertThat(translation("sales.kind", "Standard sale").getString("text")).isEqualTo("Standardverkauf");
        assertThat(translation("core.activity-kind", "Call").getString("text")).isEqualTo("Anruf");
        assertThat(translation("billing.payment-term", "30 days net").getString("text"))
                .isEqualTo("30 Tage netto");
    }

    @Test
    void labelsFollowTheLanguageOfWhoReads() {
        String stage = translation("sales.stage", "Negotiate").getString("id");
        String id = deal(stage).getString("id");
        assertThat(name(stage, "Feilschen").status()).isEqualTo(200);

        assertThat(stageOf(read("opportunities/" + id, "de-AT"))).isEqualTo("Feilschen");
        assertThat(stageOf(read("opportunities/" + id, "en"))).isEqualTo("Negotiate");
        assertThat(stageOf(read("opportunities/" + id, "fr"))).isEqualTo("Negotiate");
        JsonObject listed = read("opportunities?filter=stage.name==Negotiate", "de");
        assertThat(stageOf(listed.getJsonArray("items").getJsonObject(0))).isEqualTo("Feilschen");
        assertThat(read("opportunities/groups?by=stage", "de")
                        .getJsonArray("groups")
                        .getJsonObject(0)
                        .getString("label"))
                .isEqualTo("Feilschen");
        JsonObject own = read("opportunity-stages/" + stage, "de");
        assertThat(own.getString("name")).isEqualTo("Negotiate");
        assertThat(own.getString("translatedTitle")).isEqualTo("Feilschen");
    }

    @Test
    void withoutATranslationTheNameIsRead() {
        String stage = translation("sales.stage", "Negotiate").getString("id");
        String id = deal(stage).getString("id");

        tenant.admin().done(Call.of("DELETE", tenant.path("translations/de/" + stage)));

        assertThat(stageOf(read("opportunities/" + id, "de"))).isEqualTo("Negotiate");
    }

    @Test
    void rolesAreReadInTheLanguageToo() {
        String role = tenant.admin()
                .done(Call.post(tenant.path("roles"), Newcomer.json("name", "Field sales")))
                .json()
                .getString("id");
        name(role, "Außendienst");

        assertThat(read("roles/" + role, "de").getString("title")).isEqualTo("Außendienst");
        assertThat(read("roles/" + role, "en").getString("title")).isEqualTo("Field sales");
        assertThat(read("roles", "de").getJsonArray("items").getValuesAs(JsonObject.class))
                .anyMatch(each -> each.getString("title").equals("Vertriebsleitung"));
    }

    @Test
    void badNamesAndLanguagesAreRefused() {
        String stage = translation("sales.stage", "Negotiate").getString("id");

        assertThat(name(stage, "  ").fields()).containsExactly("text");
        assertThat(name(stage, "x".repeat(256)).fields()).containsExactly("text");
        assertThat(name("01900000-0000-7000-8000-000000000000", "Nichts").status())
                .isEqualTo(404);
        assertThat(tenant.admin().send(Call.get(tenant.path("translations/en"))).status())
                .isEqualTo(404);
        assertThat(tenant.admin()
                        .send(Call.get(tenant.path("translations/tlh")))
                        .status())
                .isEqualTo(404);
        assertThat(translation("sales.stage", "Negotiate").getString("text")).isEqualTo("Verhandeln");
    }
}
