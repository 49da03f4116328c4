package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** A tenant asks more of fields of the product than the product does, and never less (S-CF-03). */
class FieldRulesIT {

    private final Office admin = new Office(DemoMember.ANNA_ADMIN);
    private final Office manager = new Office(DemoMember.MAX_MANAGER);
    private final List<String> made = new ArrayList<>();
    private String word;

    @BeforeEach
    void chooseAWord() {
        word = Office.unique();
    }

    @AfterEach
    void forgetThem() {
        made.forEach(place -> admin.delete("field-rules/" + place));
    }

    private Answer put(String place, String conditions) {
        return admin.send(
                Call.put(Office.path("field-rules/" + place), Office.json("{'conditions': {" + conditions + "}}")));
    }

    private void rule(String place, String conditions) {
        made.add(place);
        assertThat(put(place, conditions).status()).isEqualTo(200);
    }

    private String inIndustry() {
        return "{'field': 'industry', 'values': ['" + word + "']}";
    }

    private Answer account(String rest) {
        return manager.post("accounts", "{'name': 'A " + word + "'" + rest + "}");
    }

    @Test
    void makeAFieldRequiredWhereAnotherHasAValue() {
        rule("core.account/website", "'required': " + inIndustry());

        assertThat(account(", 'industry': 'Glass'").status()).isEqualTo(201);
        assertThat(account(", 'industry': '" + word + "'").fields()).containsExactly("website");
        assertThat(account(", 'industry': '" + word + "', 'website': 'https://example.com'")
                        .status())
                .isEqualTo(201);
        assertThat(field("website").getJsonObject("conditions").toString()).contains(word);
    }

    private JsonObject field(String name) {
        return manager.read("manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals("core.account"))
                .flatMap(type -> type.getJsonArray("fields").getValuesAs(JsonObject.class).stream())
                .filter(field -> field.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takeNoValueWhereThereIsNothingToFillIn() {
        rule("core.account/website", "'shown': " + inIndustry());

        assertThat(account("").status()).isEqualTo(201);
        assertThat(account(", 'website': 'https://example.com'").fields()).containsExactly("website");
        assertThat(account(", 'industry': '" + word + "', 'website': 'https://example.com'")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void keepAFieldAsItIsWhileAnotherHasAValue() {
        String id = account(", 'industry': '" + word + "', 'website': 'https://example.com'")
                .json()
                .getString("id");
        rule("core.account/website", "'readOnly': " + inIndustry());

        assertThat(manager.patch("accounts/" + id, "{'website': 'https://example.org'}")
                        .fields())
                .containsExactly("website");
        assertThat(manager.patch("accounts/" + id, "{'legalName': 'L'}").isSuccess())
                .isTrue();
        assertThat(manager.patch("accounts/" + id, "{'industry': 'Glass', 'website': 'https://example.org'}")
                        .isSuccess())
                .isTrue();
    }

    @Test
    void leaveOpenWhatTheProductNeedsAndStillLacks() {
        rule("core.account/name", "'readOnly': {'field': 'industry'}");
        String id = account(", 'industry': 'Glass'").json().getString("id");

        assertThat(manager.patch("accounts/" + id, "{'name': 'B " + word + "'}").fields())
                .containsExactly("name");
        assertThat(manager.patch("accounts/" + id, "{'name': null}").fields()).contains("name");
    }

    @Test
    void areRefusedWhereTheyWouldGoAgainstTheProduct() {
        String any = "{'field': 'industry'}";

        assertThat(put("core.account/name", "'shown': " + any).fields()).containsExactly("conditions.shown");
        assertThat(put("core.account/lifetimeValue", "'readOnly': " + any).fields())
                .containsExactly("conditions");
        assertThat(put("core.account/owner", "'readOnly': " + any).fields()).containsExactly("conditions");
        assertThat(put("core.account/createdAt", "'readOnly': " + any).fields()).containsExactly("conditions");
        assertThat(put("core.account/customer", "'required': " + any).fields()).containsExactly("conditions.required");
        assertThat(put("core.account/website", "'required': {'field': 'website'}, 'shown': {'field': 'nothing'}")
                        .fields())
                .containsExactly("conditions.required.field", "conditions.shown.field");
        assertThat(put("core.account/website", "").fields()).containsExactly("conditions");
        assertThat(put("core.account/nothing", "'required': " + any).status()).isEqualTo(404);
        assertThat(put("core.nothing/name", "'required': " + any).status()).isEqualTo(404);
        assertThat(admin.delete("field-rules/core.account/website").status()).isEqualTo(404);
    }

    @Test
    void letVerbsSayWhatCameOfThem() {
        String account = account("").json().getString("id");
        String deal = manager.id("opportunities", "{'name': '" + word + "', 'account': '" + account + "'}");
        rule("sales.opportunity/actualClose", "'readOnly': {'field': 'name'}");

        assertThat(manager.patch("opportunities/" + deal, "{'actualClose': '2026-01-05'}")
                        .fields())
                .contains("actualClose");
        manager.done(Call.post(
                Office.path("opportunities/" + deal + "/win"),
                Office.json("{'actualClose': '2026-01-05', 'closeRevenue': {'amount': '10.00', 'currency': 'EUR'}}")));

        assertThat(manager.read("opportunities/" + deal).getString("actualClose"))
                .isEqualTo("2026-01-05");
    }

    @Test
    void markWhatVerbsMakeAsIncomplete() {
        rule("core.account/legalName", "'required': {'field': 'name'}");
        String lead = manager.id("leads", "{'lastName': 'L" + word + "', 'company': 'C " + word + "'}");

        manager.done(Call.post(
                Office.path("leads/" + lead + "/qualify"),
                Office.json("{'newAccount': 'C " + word + "', 'opportunity': 'O " + word + "'}")));

        JsonObject account = manager.found("accounts", "name=='C " + word + "'").get(0);
        assertThat(account.getString("missing")).isEqualTo("legalName");
        assertThat(manager.patch("accounts/" + account.getString("id"), "{'legalName': 'C'}")
                        .isSuccess())
                .isTrue();
        assertThat(manager.read("accounts/" + account.getString("id")).isNull("missing"))
                .isTrue();
    }

    @Test
    void endWhenTheyAreForgottenAndAreToldInTheAuditLog() {
        rule("core.account/website", "'required': " + inIndustry());
        rule("core.account/website", "'required': " + inIndustry() + ", 'readOnly': " + inIndustry());

        assertThat(admin.delete("field-rules/core.account/website").status()).isEqualTo(204);

        assertThat(account(", 'industry': '" + word + "'").status()).isEqualTo(201);
        List<JsonObject> told = admin.done(Call.get(Office.path("audit"))
                        .query("subject", "field-rule:core.account.website")
                        .query("limit", "3"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(told).extracting(each -> each.getString("action")).containsExactly("delete", "edit", "create");
        assertThat(told.get(0).toString()).contains(word);
    }
}
