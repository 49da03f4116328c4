package org.pipewright.deploy.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;

/** What is deleted lies in the bin, page by page, and comes back alone or together (S-REC-04). */
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

    private String account(String name) {
        JsonObject account = Json.createObjectBuilder().add("name", name).build();
        return mavis.done(Call.post(organisation.path("accounts"), account))
                .json()
                .getString("id");
    }

    private void delete(String id) {
        mavis.done(Call.of("DELETE", organisation.path("accounts/" + id)));
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
