package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

@DisplayName("A stage that needs data")
class StageNeedsIT {

    private final Desk desk = new Desk();
    private final List<String> ownFields = new ArrayList<>();
    private String second;

    @AfterEach
    void removeFields() {
        ownFields.forEach(id -> desk.anna.send(Call.of("DELETE", ROOT + "own-fields/" + id)));
    }

    @Test
    @DisplayName(
            "is entered with lines of products, enough demand and a party of the role, and all gaps are told at once"
                    + " (S-KIND-11)")
    void needsWhatBelongsToADeal() {
        String role = configured("party-roles", object("name", desk.word));
        String deal = dealBefore(object("needsProduct", true, "leastDemand", 2, "neededRole", role));

        Answer bare = move(deal);
        desk.done(desk.save(deal, "opportunity-lines", object("product", product(), "quantity", 1)));
        desk.done(desk.save(deal, "demand-lines", object("description", "Chairs"), object("description", "Tables")));
        Answer nearly = move(deal);
        JsonObject customer = desk.parts(deal, "parties").get(0);
        JsonObject kept = object(
                "id",
                customer.getString("id"),
                "partner",
                Desk.reference(customer, "partner"),
                "role",
                Desk.reference(customer, "role"));
        desk.done(desk.save(deal, "parties", kept, object("partner", desk.account("Consultant"), "role", role)));

        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.fields()).containsExactlyInAnyOrder("product", "demand", "parties");
        assertThat(nearly.fields()).containsExactly("parties");
        desk.done(move(deal));
    }

    @Test
    @DisplayName(
            "is entered with the tenant's own fields filled in, of which there must be some of that name (S-KIND-11)")
    void needsOwnFields() {
        JsonObject field = desk.anna
                .done(Call.post(
                        ROOT + "own-fields",
                        object(
                                "recordType",
                                "sales.opportunity",
                                "kind",
                                "TEXT",
                                "labels",
                                object("en", "F " + desk.word))))
                .json();
        ownFields.add(field.getString("id"));
        String name = field.getString("name");
        String deal = dealBefore(object("needsOwn", name));

        Answer unknown = desk.anna.send(
                Call.post(ROOT + "opportunity-stages", Desk.with(stage("Unknown"), "needsOwn", "ownOfNobody")));
        Answer bare = move(deal);

        assertThat(unknown.fields()).containsExactly("needsOwn");
        assertThat(bare.fields()).containsExactly(name);
        desk.done(desk.rita.send(Call.of("PATCH", ROOT + "opportunities/" + deal)
                .with(object(name, "Filled in", "stage", second))
                .header("If-Match", "*")));
    }

    /** A deal in the first of two stages, of which the second needs that. */
    private String dealBefore(JsonObject needs) {
        String first = configured("opportunity-stages", stage("First"));
        JsonObject needing = stage("Second");
        for (String name : needs.keySet()) {
            needing = Desk.with(needing, name, needs.get(name));
        }
        second = configured("opportunity-stages", needing);
        String kind =
                configured("opportunity-kinds", object("name", desk.word, "type", "CUSTOM", "primaryDemand", true));
        configured("opportunity-kind-stages", object("kind", kind, "stage", first, "position", 10));
        configured("opportunity-kind-stages", object("kind", kind, "stage", second, "position", 20));
        desk.done(desk.anna.send(Call.of("PATCH", ROOT + "opportunity-kinds/" + kind)
                .with(object("allowed", true))
                .header("If-Match", "*")));
        return desk.deal(desk.word, desk.account("Needing"));
    }

    private JsonObject stage(String name) {
        return object(
                "name", desk.word + " " + name, "status", desk.id("opportunity-statuses", "Open"), "probability", 10);
    }

    private String product() {
        return configured("products", object("name", desk.word));
    }

    private String configured(String path, JsonObject body) {
        return desk.anna.done(Call.post(ROOT + path, body)).json().getString("id");
    }

    private Answer move(String deal) {
        return desk.perform(deal, "move", object("stage", second));
    }
}
