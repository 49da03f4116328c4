package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Fields of tenants whose values are files (S-CF-01). */
class OwnFileFieldsIT {

    private static final String BYTES = "application/octet-stream";

    private final Office admin = new Office(DemoMember.ANNA_ADMIN);
    private final Office manager = new Office(DemoMember.MAX_MANAGER);
    private final Client client = RunningProduct.get().as(DemoMember.MAX_MANAGER);
    private final List<String> made = new ArrayList<>();
    private String word;
    private JsonObject definition;
    private String field;
    private String account;

    @BeforeEach
    void addAFieldAndARecord() {
        word = Office.unique();
        definition = admin.create("own-fields", definition(""));
        made.add(definition.getString("id"));
        field = definition.getString("name");
        account = account(word);
    }

    @AfterEach
    void hideThem() {
        made.forEach(id -> admin.delete("own-fields/" + id));
    }

    private String definition(String rest) {
        return "{'recordType': 'core.account', 'kind': 'FILE', 'labels': {'en': 'File " + word + "'}" + rest + "}";
    }

    private String account(String name) {
        return "accounts/" + manager.id("accounts", "{'name': '" + name + "'}");
    }

    private static Call sending(String record, String name) {
        return Call.of("POST", Office.path(record + "/files")).query("name", name);
    }

    private Answer send(String record, String name) {
        return manager.send(sending(record, name).query("field", field).with(BYTES, "content of " + name));
    }

    /** Fills the field; tells the id of the file. */
    private String sent(String record, String name) {
        Answer answer = send(record, name);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private String fileIn(String record) {
        return manager.read(record).getJsonObject(field).getString("id");
    }

    private int status(String record, String file) {
        return manager.send(Call.get(Office.path(record + "/files/" + file))).status();
    }

    private static int count(String condition, Object... parameters) {
        return Integer.parseInt(Console.of("acme")
                .query("select count(*) from core.file where " + condition, parameters)
                .get(0));
    }

    @Test
    void areSentToTheRecordAndFetchedFromIt() {
        String file = sent(account, "Contract.txt");

        JsonObject value = manager.read(account).getJsonObject(field);
        assertThat(value.getString("id")).isEqualTo(file);
        assertThat(value.getString("title")).isEqualTo("Contract.txt");
        String link = client.done(
                        Call.post(Office.path(account + "/files/" + file + "/links"), JsonValue.EMPTY_JSON_OBJECT))
                .json()
                .getString("url");
        assertThat(new String(client.download(Call.get(link)))).isEqualTo("content of Contract.txt");
        assertThat(manager.read(account + "/files").getJsonArray("items")).isEmpty();
        assertThat(manager.read(account + "/timeline?only=file").getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void areTheirNamesInListsExportsAndTheHistory() {
        sent(account, "Contract.txt");

        assertThat(manager.searched("accounts", word)
                        .get(0)
                        .getJsonObject(field)
                        .getString("title"))
                .isEqualTo("Contract.txt");
        assertThat(manager.done(Call.get(Office.path("accounts/export")).query("q", word))
                        .body())
                .contains("Contract.txt");
        assertThat(manager.done(Call.get(Office.path(account + "/history"))).body())
                .contains("Contract.txt");
    }

    @Test
    void areOnlyAskedForAsEmpty() {
        String other = account(word + " without");
        sent(account, "Contract.txt");

        assertThat(manager.found("accounts", field + "=isnull=false;name==" + word + "*"))
                .extracting(found -> "accounts/" + found.getString("id"))
                .containsExactly(account);
        assertThat(manager.found("accounts", field + "=isnull=true;name==" + word + "*"))
                .extracting(found -> "accounts/" + found.getString("id"))
                .containsExactly(other);
        List.of("==Contract.txt", "=in=(Contract.txt)", "=gt=a", "!=x")
                .forEach(test -> assertThat(
                                manager.send(Call.get(Office.path("accounts")).query("filter", field + test))
                                        .status())
                        .as(test)
                        .isEqualTo(400));
        assertThat(manager.send(Call.get(Office.path("accounts")).query("sort", field))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void goOnceAnotherOneOrNoneStandsInTheirPlace() {
        String first = sent(account, "First.txt");
        String second = sent(account, "Second.txt");

        assertThat(status(account, first)).isEqualTo(404);
        assertThat(count("id = ?::uuid", first)).isZero();
        assertThat(fileIn(account)).isEqualTo(second);
        assertThat(manager.patch(account, "{'" + field + "': null}").isSuccess())
                .isTrue();
        assertThat(manager.read(account).isNull(field)).isTrue();
        assertThat(count("id = ?::uuid", second)).isZero();
        assertThat(manager.done(Call.get(Office.path(account + "/history"))).body())
                .contains("First.txt", "Second.txt");
    }

    @Test
    void areNoFilesThatWereNotSentForTheField() {
        String elsewhere = sent(account(word + " 2"), "Other.txt");
        String attached = manager.done(sending(account, "Attached.txt").with(BYTES, "x"))
                .json()
                .getString("id");

        List.of(elsewhere, attached, UUID.randomUUID().toString())
                .forEach(id -> assertThat(manager.patch(account, "{'" + field + "': '" + id + "'}")
                                .fields())
                        .as(id)
                        .containsExactly(field));
        assertThat(manager.post("accounts", "{'name': '" + word + " 3', '" + field + "': '" + elsewhere + "'}")
                        .fields())
                .containsExactly(field);
        assertThat(manager.patch(account, "{'" + field + "': 'Other.txt'}").fields())
                .containsExactly(field);
        assertThat(manager.read(account).isNull(field)).isTrue();
    }

    @Test
    void stayWithTheirNamesWhenWhatWasReadIsWrittenBack() {
        String file = sent(account, "Contract.txt");

        assertThat(manager.patch(account, "{'website': 'x.example', '" + field + "': {'id': '" + file + "'}}")
                        .isSuccess())
                .isTrue();

        assertThat(manager.read(account).getJsonObject(field).getString("title"))
                .isEqualTo("Contract.txt");
        assertThat(status(account, file)).isEqualTo(200);
    }

    @Test
    void areHeldToTheLimitsOfAllFiles() {
        assertThat(send(account, "Virus.exe").fields()).containsExactly("name");
        assertThat(manager.send(sending(account, "Empty.txt")
                                .query("field", field)
                                .with(BYTES, ""))
                        .fields())
                .containsExactly("content");
        assertThat(manager.send(sending(account, "A.txt")
                                .query("field", "ownNot")
                                .with(BYTES, "x"))
                        .fields())
                .containsExactly("field");
        assertThat(manager.send(sending(account, "A.txt").query("field", "name").with(BYTES, "x"))
                        .fields())
                .containsExactly("field");
        assertThat(count("record_id = ?::uuid", account.substring("accounts/".length())))
                .isZero();
    }

    @Test
    void areChangedOnlyAsTheFieldIs() {
        String file = Office.path(account + "/files/" + sent(account, "Contract.txt"));
        Office owner = manager;

        assertThat(owner.send(Call.of("PATCH", file).with(Office.json("{'name': 'X.txt'}")))
                        .status())
                .isEqualTo(409);
        assertThat(owner.send(Call.of("DELETE", file)).status()).isEqualTo(409);
        assertThat(owner.send(Call.of("POST", file + "/versions").with(BYTES, "y"))
                        .status())
                .isEqualTo(409);
        assertThat(fileIn(account)).isNotEmpty();
    }

    @Test
    void followTheConditionsOfTheirField() {
        JsonObject locked = admin.create(
                "own-fields", definition(", 'conditions': {'readOnly': {'field': 'website', 'values': []}}"));
        made.add(locked.getString("id"));
        manager.patch(account, "{'website': 'x.example'}");

        Answer answer = manager.send(sending(account, "A.txt")
                .query("field", locked.getString("name"))
                .with(BYTES, "x"));

        assertThat(answer.fields()).containsExactly(locked.getString("name"));
        assertThat(count("field = ?", locked.getString("name"))).isZero();
    }

    @Test
    void areNotThereForThoseFromWhomTheFieldIsHidden() {
        String file = sent(account, "Secret.txt");
        String role = admin.id(
                "roles",
                "{'name': 'R " + word
                        + "', 'grants': [{'subject': 'core.account', 'action': 'view', 'level': 'tenant'}],"
                        + " 'fields': [{'recordType': 'core.account', 'field': '" + field + "', 'access': 'none'}]}");
        String roles = "people/"
                + admin.found("people", "email==" + DemoMember.OTTO_ONLY.email())
                        .get(0)
                        .getString("id")
                + "/roles";
        String before = admin.read(roles).getJsonArray("roles").getJsonObject(0).getString("id");
        admin.done(Call.put(Office.path(roles), Office.json("{'roles': ['" + role + "']}")));
        try {
            Office otto = new Office(DemoMember.OTTO_ONLY);
            String address = Office.path(account + "/files/" + file);

            assertThat(otto.read(account)).doesNotContainKey(field);
            assertThat(otto.send(Call.get(address)).status()).isEqualTo(404);
            assertThat(otto.send(Call.get(address + "/versions")).status()).isEqualTo(404);
            assertThat(otto.post(account + "/files/" + file + "/links", "{}").status())
                    .isEqualTo(404);
        } finally {
            admin.done(Call.put(Office.path(roles), Office.json("{'roles': ['" + before + "']}")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    , 'required': true | required
                    , 'unique': true | unique
                    , 'indexed': true | indexed
                    , 'searchable': true | searchable
                    , 'preset': 'x' | preset
                    , 'conditions': {'required': {'field': 'name', 'values': []}} | conditions.required
                    """)
    void areDefinedOnlyAsTheyCanBe(String rest, String wrong) {
        assertThat(admin.post("own-fields", definition(rest)).fields()).containsExactly(wrong);
    }

    @Test
    void areNoPartOfFormulasAndNothingToCompareWith() {
        String formula = "{'recordType': 'core.account', 'kind': 'FORMULA', 'labels': {'en': 'X " + word
                + "'}, 'formula': 'filled(" + field + ")'}";
        String dependent = "{'recordType': 'core.account', 'kind': 'TEXT', 'labels': {'en': 'Y " + word
                + "'}, 'conditions': {'shown': {'field': '" + field + "', 'values': ['Contract.txt']}}}";

        assertThat(admin.post("own-fields", formula).fields()).containsExactly("formula." + field);
        assertThat(admin.post("own-fields", dependent).fields()).containsExactly("conditions.shown.values");
    }

    @Test
    void goAlongWhenTheirRecordBecomesAnotherUnlessThatHasOne() {
        String loser = account(word + " 2");
        String taken = sent(loser, "Taken.txt");

        merge(loser);

        assertThat(fileIn(account)).isEqualTo(taken);
        assertThat(status(account, taken)).isEqualTo(200);
        String second = account(word + " 3");
        String left = sent(second, "Left.txt");
        merge(second);
        assertThat(fileIn(account)).isEqualTo(taken);
        assertThat(status(account, left)).isEqualTo(404);
    }

    private void merge(String loser) {
        Answer merged = admin.post(account + "/merge", "{'losers': ['" + loser.substring("accounts/".length()) + "']}");
        assertThat(merged.status()).as(merged.toString()).isEqualTo(204);
    }

    @Test
    void goForGoodWithTheirField() {
        String file = sent(account, "Contract.txt");
        admin.delete("own-fields/" + definition.getString("id"));
        assertThat(status(account, file)).isEqualTo(404);
        Console.of("acme")
                .execute(
                        "update core.own_field set hidden_at = now() - interval '31 days' where id = ?::uuid",
                        definition.getString("id"));

        Chores.due("own-fields-due");

        RunningProduct.eventually("the file to go", () -> count("id = ?::uuid", file) == 0);
    }
}
