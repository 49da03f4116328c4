package org.pipewright.deploy.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;

/** What is deleted lies in the bin, page by page, comes back alone or together, or goes for good (S-REC-04). */
class BinIT {

    private final SignedUp organisation = SignedUp.as("Tidy Works");
    private final Client mavis = organisation.admin();

    @Test
    void listsWhatWasDeletedLastFirst() {
        delete(account("One"));
        delete(account("Two"));
        account("Kept");

        JsonObject first = bin("?limit=1");
        JsonObject second = bin("?limit=1&after=" + first.getString("next"));

        assertThat(titles(first)).containsExactly("Two");
        assertThat(first.getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonObject("deletedBy")
                        .getString("title"))
                .isEqualTo("Mavis Maven");
        assertThat(titles(second)).containsExactly("One");
        assertThat(second.containsKey("next")).isFalse();
        assertThat(titles(bin("?q=TW"))).containsExactly("Two");
    }

    @Test
    void isRestoredTogetherAndSaysWhatCannotBe() {
        String one = account("One");
        String two = account("Two");
        delete(one);
        delete(two);
        String never = account("Never deleted");

        JsonObject outcome = restore(one, two, never);

        assertThat(outcome.getInt("done")).isEqualTo(2);
        assertThat(outcome.getJsonArray("failed").getJsonObject(0).getString("id"))
                .isEqualTo(never);
        assertThat(titles(bin(""))).isEmpty();
        assertThat(mavis.read(organisation.path("accounts/" + one)).getString("name"))
                .isEqualTo("One");
    }

    @Test
    void isClosedToThoseWhoMayNotDelete() {
        String rita = organisation.join("rita", "sales-rep");

        Answer answer = RunningProduct.get().as(rita).send(Call.get(organisation.path("accounts/bin")));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void asksWhetherToRestoreWhatTheRecordBelongsTo() {
        String account = account("Parent");
        String contact = contact(account);
        deleteAt("contacts/" + contact);
        delete(account);
        String restore = organisation.path("contacts/" + contact + "/restore");

        Answer asked = mavis.send(Call.of("POST", restore));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.json().getString("type")).endsWith("parent-binned");
        assertThat(asked.json().getJsonArray("binned").getJsonObject(0).getString("id"))
                .isEqualTo(account);
        assertThat(mavis.send(Call.of("POST", restore).query("parents", "perhaps"))
                        .status())
                .isEqualTo(400);
        assertThat(titles(bin(""))).containsExactly("Parent");

        mavis.done(Call.of("POST", restore).query("parents", "restore"));

        assertThat(titles(bin(""))).isEmpty();
        assertThat(mavis.read(organisation.path("contacts/" + contact))
                        .getJsonObject("account")
                        .getString("id"))
                .isEqualTo(account);
    }

    @Test
    void restoresARecordWithoutWhatItBelongsTo() {
        String account = account("Left");
        String contact = contact(account);
        deleteAt("contacts/" + contact);
        delete(account);

        mavis.done(Call.of("POST", organisation.path("contacts/" + contact + "/restore"))
                .query("parents", "leave"));

        assertThat(titles(bin(""))).containsExactly("Left");
    }

    @Test
    void restoresWhatBelongsTogetherInAnyOrder() {
        String group = account("Group");
        String below = below(group, "Below");
        delete(below);
        delete(group);

        assertThat(restore(below, group).getInt("done")).isEqualTo(2);
    }

    @Test
    void goesForGoodAfterTheDaysThatTheOrganisationChose() {
        String old = account("Old");
        String needed = account("Needed");
        contact(needed);
        String recent = account("Recent");
        List.of(old, needed, recent).forEach(this::delete);
        assertThat(bin("").getInt("days")).isEqualTo(90);
        age(old, 91);
        age(needed, 91);
        age(recent, 89);

        Chores.due("bins-due");

        RunningProduct.eventually("what is old is gone", () -> !titles(bin("")).contains("Old"));
        assertThat(titles(bin(""))).containsExactlyInAnyOrder("Needed", "Recent");
        assertThat(console().query("select count(*) from core.account where id = ?::uuid", old))
                .containsExactly("0");
        assertThat(console().query("select action from core.history where record_id = ?::uuid order by id", old))
                .containsExactly("create", "delete");
    }

    @Test
    void goesWithAllThatBelongsToItAndLiesThereAsLong() {
        String account = account("Whole");
        String contact = contact(account);
        deleteAt("contacts/" + contact);
        delete(account);
        age(account, 100);
        console()
                .execute("update core.contact set deleted_at = now() - interval '95 days' where id = ?::uuid", contact);

        Chores.due("bins-due");

        RunningProduct.eventually("both are gone", () -> titles(bin("")).isEmpty());
        assertThat(console().query("select count(*) from core.contact where id = ?::uuid", contact))
                .containsExactly("0");
    }

    @Test
    void staysForEverWhereTheOrganisationSaysSo() {
        String kept = account("For ever");
        delete(kept);
        age(kept, 1000);
        SignedUp other = SignedUp.as("Swift Works");
        String witness = account(other, "Witness");
        other.admin().done(Call.of("DELETE", other.path("accounts/" + witness)));
        Console.of(other.slug())
                .execute("update core.account set deleted_at = now() - interval '91 days' where id = ?::uuid", witness);
        mavis.done(Call.put(
                organisation.path("settings/core.bin.days"),
                Json.createObjectBuilder().add("value", 0).build()));

        Chores.due("bins-due");

        RunningProduct.eventually(
                "the chore has been there",
                () -> titles(other.admin().read(other.path("accounts/bin"))).isEmpty());
        assertThat(titles(bin(""))).containsExactly("For ever");
        assertThat(bin("").getInt("days")).isZero();
    }

    private void age(String account, int days) {
        console()
                .execute(
                        "update core.account set deleted_at = now() - make_interval(days => ?) where id = ?::uuid",
                        days,
                        account);
    }

    private Console console() {
        return Console.of(organisation.slug());
    }

    private String contact(String account) {
        return created(
                organisation,
                "contacts",
                Json.createObjectBuilder().add("lastName", "Byron").add("account", account));
    }

    private String below(String parent, String name) {
        return created(
                organisation,
                "accounts",
                Json.createObjectBuilder().add("name", name).add("parent", parent));
    }

    private String account(String name) {
        return account(organisation, name);
    }

    private static String account(SignedUp of, String name) {
        return created(of, "accounts", Json.createObjectBuilder().add("name", name));
    }

    private static String created(SignedUp of, String path, JsonObjectBuilder body) {
        return of.admin().done(Call.post(of.path(path), body.build())).json().getString("id");
    }

    private void delete(String id) {
        deleteAt("accounts/" + id);
    }

    private void deleteAt(String path) {
        mavis.done(Call.of("DELETE", organisation.path(path)));
    }

    private JsonObject restore(String... ids) {
        JsonArrayBuilder all = Json.createArrayBuilder(List.of(ids));
        JsonObject body =
                Json.createObjectBuilder().add("ids", all).add("restore", true).build();
        return mavis.done(Call.post(organisation.path("accounts/bulk"), body)).json();
    }

    private JsonObject bin(String query) {
        return mavis.read(organisation.path("accounts/bin" + query));
    }

    private static List<String> titles(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("title"))
                .toList();
    }
}
