package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;

/** A hundred leads at once, three of which are not the caller's to touch (S-LEAD-19). */
class BulkLeadsIT {

    private final SignedUp organisation = SignedUp.as("Bulk Leads");
    private final Client max = seesAllAndWritesOwn();
    private final List<String> theirs = IntStream.rangeClosed(1, 3)
            .mapToObj(number -> lead(organisation.admin(), "Theirs " + number))
            .toList();

    private Client seesAllAndWritesOwn() {
        JsonArrayBuilder grants = Json.createArrayBuilder()
                .add(grant("core.bulk", "use", "tenant"))
                .add(grant("sales.lead", "view", "tenant"))
                .add(grant("sales.lead", "create", "tenant"));
        Stream.of("edit", "delete", "assign", "disqualify")
                .forEach(action -> grants.add(grant("sales.lead", action, "own")));
        String role = organisation
                .admin()
                .done(Call.post(
                        organisation.path("roles"),
                        Json.createObjectBuilder()
                                .add("name", "Own leads")
                                .add("grants", grants)
                                .build()))
                .json()
                .getString("id");
        Client joined = RunningProduct.get().as(organisation.join("max", "sales-rep"));
        String path = organisation.path("people/" + member("max") + "/roles");
        String rep = organisation
                .admin()
                .read(path)
                .getJsonArray("roles")
                .getJsonObject(0)
                .getString("id");
        organisation
                .admin()
                .done(Call.put(
                        path,
                        Json.createObjectBuilder()
                                .add("roles", Json.createArrayBuilder().add(rep).add(role))
                                .build()));
        return joined;
    }

    private static JsonObject grant(String subject, String action, String level) {
        return object("subject", subject, "action", action, "level", level);
    }

    private String lead(Client client, String lastName) {
        return client.done(Call.post(organisation.path("leads"), object("lastName", lastName)))
                .json()
                .getString("id");
    }

    @Test
    void areTaggedAssignedDisqualifiedAndDeletedOneByOne() {
        IntStream.rangeClosed(1, 97).forEach(number -> lead(max, "Ours " + number));
        String tag = organisation
                .admin()
                .done(Call.post(organisation.path("tags"), object("name", "Fair", "colour", "GREEN", "shared", true)))
                .json()
                .getString("id");
        JsonObject tags = object("add", Json.createArrayBuilder().add(tag).build());

        refusesTheirs(object("tags", tags));
        refusesTheirs(object("change", object("owner", member("max"))));
        refusesTheirs(with(object("verb", "disqualify"), "input", object("reason", "NO_BUDGET")));
        refusesTheirs(object("delete", true));

        assertThat(count("lastName=starts=Ours")).isZero();
        assertThat(count("lastName=starts=Theirs;owner!=" + member("max"))).isEqualTo(3);
    }

    /** What is asked for is done to 97 and refused for the three, each told by its name. */
    private void refusesTheirs(JsonObject what) {
        JsonObject result = max.done(Call.post(
                        organisation.path("leads/bulk"),
                        with(what, "filter", "lastName=starts=Ours,lastName=starts=Theirs")))
                .json();

        assertThat(result.getInt("done")).as(what.toString()).isEqualTo(97);
        assertThat(result.getJsonArray("failed").getValuesAs(JsonObject.class))
                .as(what.toString())
                .allSatisfy(failure -> assertThat(failure.getString("problem")).isEqualTo("forbidden"))
                .extracting(failure -> failure.getString("id"))
                .containsExactlyInAnyOrderElementsOf(theirs);
    }

    private String member(String person) {
        return Desk.items(organisation
                        .admin()
                        .done(Call.get(organisation.path("people"))
                                .query("filter", "email==" + organisation.email(person)))
                        .json())
                .get(0)
                .getString("id");
    }

    private int count(String filter) {
        return organisation
                .admin()
                .done(Call.get(organisation.path("leads"))
                        .query("filter", filter)
                        .query("count", "true"))
                .json()
                .getInt("total");
    }
}
