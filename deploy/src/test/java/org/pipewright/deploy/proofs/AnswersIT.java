package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/**
 * Every operation succeeds for whoever may do it: without this a refusal would prove nothing. And what the server really
 * answers is what OpenAPI says: no other status, no member that is not described (S-API-01).
 */
class AnswersIT {

    /** Documents whose members are names of other things. */
    private static final Set<String> OF_ITS_OWN = Set.of("OpenApi.document", "Texts.texts");

    private final Samples samples = new Samples();
    private final OpenApi document = OpenApi.whole();

    @TestFactory
    Stream<DynamicTest> isAsDescribed() {
        return Proof.ofEach(
                document.operations().stream().filter(operation -> Samples.isPossible(operation, Workplace.ACME)),
                this::isAsDescribed);
    }

    private void isAsDescribed(Operation operation) {
        DescribedAnswer described = document.answerOf(operation);
        Sample sample = samples.of(operation, Workplace.ACME);
        DemoMember caller = operation.isOperators() ? DemoMember.OPERATOR : DemoMember.ANNA_ADMIN;

        Answer answer = RunningProduct.get().as(caller).send(sample.call());

        sample.afterwards().run();
        assertThat(answer.status())
                .as("%s %s → %s", sample.call(), sample.call().body().orElse(""), answer)
                .isEqualTo(described.status());
        assertThat(answer.body().isEmpty())
                .as("has a body: " + answer)
                .isEqualTo(described.mediaType().isEmpty());
        assertThat(answer.contentType()).startsWith(described.mediaType());
        described
                .schema()
                .filter(schema -> !OF_ITS_OWN.contains(operation.id()))
                .ifPresent(schema -> conforms(schema, answer));
    }

    /** S-API-02: what references point to comes along, with what is read of it by itself; one code serves all types. */
    @TestFactory
    Stream<DynamicTest> includesWhatReferencesPointTo() {
        return Proof.ofEach(
                document.operations().stream()
                        .filter(operation ->
                                operation.isGeneric() && operation.action().equals("list"))
                        .filter(operation -> Samples.isPossible(operation, Workplace.ACME))
                        .filter(operation -> operation.recordType().startsWith("core."))
                        .filter(operation -> !references(operation).isEmpty()),
                this::includes);
    }

    private void includes(Operation list) {
        Client anna = RunningProduct.get().as(DemoMember.ANNA_ADMIN);
        Map<String, String> references = references(list);
        String path =
                list.path().replace("{tenant}", "acme") + "?limit=20&include=" + String.join(",", references.keySet());

        Answer answer = anna.done(Call.get(path));

        conforms(document.answerOf(list).schema().orElseThrow(), answer);
        JsonObject included = answer.json().getJsonObject("included");
        assertThat(included.keySet()).hasSameElementsAs(new TreeSet<>(references.values()));
        answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .limit(2)
                .forEach(item -> references.forEach((name, type) -> {
                    if (item.get(name) instanceof JsonObject reference) {
                        asReadByItself(anna, type, reference.getString("id"), included.getJsonObject(type));
                    }
                }));
    }

    private void asReadByItself(Client anna, String type, String id, JsonObject included) {
        Answer itself = anna.send(Call.get("/api/tenants/acme/" + document.pathOf(type) + "/" + id));
        assertThat(included.containsKey(id)).as(type + " " + id).isEqualTo(itself.isSuccess());
        if (itself.isSuccess()) {
            assertThat(itself.json().keySet())
                    .containsAll(included.getJsonObject(id).keySet());
        }
    }

    /** The references of the list's records and the types these are of. */
    private Map<String, String> references(Operation list) {
        Map<String, String> references = new TreeMap<>();
        document.resolved(Json.createObjectBuilder()
                        .add("$ref", "#/components/schemas/" + list.recordType())
                        .build())
                .getJsonObject("properties")
                .forEach((name, schema) -> {
                    String type = schema.asJsonObject().getString("x-references", "");
                    if (!type.isEmpty()) {
                        references.put(name, type);
                    }
                });
        return references;
    }

    private void conforms(JsonObject schema, Answer answer) {
        assertThat(Conformity.problems(document, schema, answer.json()))
                .as(answer.toString())
                .isEmpty();
    }
}
