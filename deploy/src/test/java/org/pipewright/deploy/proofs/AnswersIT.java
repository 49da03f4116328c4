package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/**
 * Every operation succeeds for whoever may do it: without this a refusal would prove nothing. And what the server really
 * answers is what OpenAPI says: no other status, no member that is not described (S-API-01).
 */
class AnswersIT {

    /** Documents whose members are names of other things. */
    private static final Set<String> OF_ITS_OWN = Set.of("OpenApi.document", "Texts.texts");

    /** Questions that need a body. */
    private static final Set<String> ASKING = Set.of(
            "Choices.of",
            "Duplicates.find",
            "File.link",
            "Imports.validate",
            "PaperTemplates.preview",
            "Proposals.propose",
            "TerritoryBalances.suggestion");

    /** What concerns nobody but who does it. */
    private static final Set<String> PRIVATE = Set.of(
            "Favourites.add",
            "Favourites.remove",
            "FirstSteps.dismiss",
            "FirstSteps.say",
            "Followed.add",
            "Followed.remove",
            "Notices.read",
            "Notices.readAll",
            "Places.put",
            "Recent.add",
            "Signature.keep",
            "Views.change",
            "Views.create",
            "Views.delete");

    /** Work that notes what it does when it does it, or is listed itself with who began and who ended it. */
    private static final Set<String> LISTED = Set.of(
            "Duplicates.dismiss",
            "Duplicates.scan",
            "Imports.cancel",
            "Imports.change",
            "Imports.delete",
            "Imports.map",
            "Imports.run",
            "Imports.undo",
            "Imports.upload",
            "Jobs.cancel",
            "Outbox.retry",
            "SampleData.remove",
            "TerritoryAssignments.pin",
            "TerritoryAssignments.release",
            "TerritoryBalances.moves",
            "TerritoryRuns.start",
            "UndeliverableAddresses.clear");

    /** What the sample leaves as it is, or may find as it wants it, which is no change; as with all that is put. */
    private static final Set<String> LEFT = Set.of(
            "Organisation.change",
            "OwnFields.hide",
            "PaperTemplates.giveUp",
            "Translations.forget",
            "sales.kind-stage.bulk",
            "sales.kind-stage.change",
            "territories.territory-intake.bulk",
            "territories.territory-intake.change",
            "territories.territory-rule.bulk",
            "territories.territory-rule.change");

    private static final Pattern SAVES_PARTS = Pattern.compile(".*\\.save-[a-z-]+");

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
        String before = lastNote();

        Answer answer = RunningProduct.get().as(caller).send(sample.call());

        boolean isNoted = !lastNote().equals(before);
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
        if (operation.isOfTenant() && !operation.isRead() && !isUnnoted(operation)) {
            assertThat(isNoted).as("%s stands in the history", operation.id()).isTrue();
        }
    }

    private static boolean isUnnoted(Operation operation) {
        String name = operation.id().replaceFirst("@.*", "");
        return operation.method().equals("PUT")
                || Stream.of(ASKING, PRIVATE, LISTED, LEFT).anyMatch(names -> names.contains(name))
                || SAVES_PARTS.matcher(name).matches();
    }

    /** Every change of an organisation is told in its audit log (S-AUD-01); entries have ascending numbers. */
    private static String lastNote() {
        return String.join(
                "",
                Console.unlimited()
                        .query("select max(id) from core.history where tenant_id ="
                                + " (select id from platform.tenant where slug = 'acme')"));
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
