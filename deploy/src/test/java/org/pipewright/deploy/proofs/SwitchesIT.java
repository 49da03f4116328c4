package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;

/** A feature that is switched off is gone on every path, and nothing of it is lost (trap 5). */
class SwitchesIT {

    private static final String WORD = "Zwirbelbart";
    private static final String[] MAY_CHANGE = {"core.feature_switch", "core.history", "platform.outbox", "platform.job"
    };

    private final Samples samples = new Samples();
    private final Workplace acme = Workplace.ACME;
    private final Client admin = acme.admin();

    @TestFactory
    Stream<DynamicTest> aFeatureGoesAndComesBack() {
        acme.manifest();
        List<JsonObject> features = features();
        assertThat(features).isNotEmpty();
        return features.stream()
                .map(feature -> feature.getString("key"))
                .map(key -> DynamicTest.dynamicTest(key, () -> goesAndComesBack(key)));
    }

    private void goesAndComesBack(String key) {
        List<Operation> operations = OpenApi.whole()
                .ofTenant()
                .filter(operation -> operation.feature().equals(key))
                .toList();
        List<String> types = OpenApi.whole().recordTypes().stream()
                .filter(type -> OpenApi.whole().featureOf(type).equals(key))
                .toList();
        Map<String, Call> prepared = new TreeMap<>();
        operations.forEach(operation ->
                prepared.put(operation.id(), samples.of(operation, acme).call()));
        List<String> needing = needing(key);
        Map<String, JsonObject> named = named(types);
        JsonObject manifest = admin.read(acme.path("manifest"));
        Map<String, String> rows = acme.tables().marksWithout(MAY_CHANGE);

        needing.forEach(other -> acme.switchFeature(other, false));
        acme.switchFeature(key, false);
        try {
            isGoneFor(prepared);
            isGoneFromView(key, types, operations);
            containsNone(found(), ids(named));
            assertThat(acme.tables().marksWithout(MAY_CHANGE)).isEqualTo(rows);
        } finally {
            acme.switchFeature(key, true);
            innermostFirst(needing).forEach(other -> acme.switchFeature(other, true));
        }
        assertThat(admin.read(acme.path("manifest"))).isEqualTo(manifest);
        named.forEach((path, record) -> assertThat(admin.read(path)).isEqualTo(record));
        assertThat(found()).containsAll(ids(named));
        assertThat(acme.tables().marksWithout(MAY_CHANGE)).isEqualTo(rows);
    }

    /** Features that are on only as long as this one is, the outermost first. */
    private List<String> needing(String key) {
        List<String> needing = new ArrayList<>();
        features().stream()
                .filter(feature -> feature.getJsonArray("dependsOn").getValuesAs(JsonString.class).stream()
                        .anyMatch(name -> name.getString().equals(key)))
                .forEach(feature -> {
                    needing.addAll(needing(feature.getString("key")));
                    needing.add(feature.getString("key"));
                });
        return needing;
    }

    private static List<String> innermostFirst(List<String> features) {
        List<String> turned = new ArrayList<>(features);
        Collections.reverse(turned);
        return turned;
    }

    private List<JsonObject> features() {
        return admin.read(acme.path("features")).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** One record of each type with a rare word that the search finds, as it is read. */
    private Map<String, JsonObject> named(List<String> types) {
        Map<String, JsonObject> named = new TreeMap<>();
        for (String type : types) {
            acme.fields(type).stream()
                    .filter(field -> acme.type(type).getJsonObject("actions").getBoolean("create"))
                    .filter(field -> field.getBoolean("searchable") && !field.getBoolean("readOnly"))
                    .filter(field -> field.getString("kind").equals("text"))
                    .findFirst()
                    .ifPresent(field -> {
                        JsonObject name = Json.createObjectBuilder()
                                .add(field.getString("name"), WORD + " " + Workplace.number())
                                .build();
                        String path = acme.path(acme.type(type).getString("path") + "/"
                                + acme.fresh(type, name).id());
                        named.put(path, admin.read(path));
                    });
        }
        return named;
    }

    private static List<String> ids(Map<String, JsonObject> records) {
        return records.values().stream().map(record -> record.getString("id")).toList();
    }

    private List<String> found() {
        return admin.done(Call.get(acme.path("search")).query("q", WORD)).json().getJsonArray("groups").stream()
                .flatMap(group -> group.asJsonObject().getJsonArray("items").getValuesAs(JsonObject.class).stream())
                .map(item -> item.getString("id"))
                .toList();
    }

    private void isGoneFor(Map<String, Call> prepared) {
        prepared.forEach((operation, call) -> {
            Answer answer = admin.send(call);
            assertThat(answer.status()).as("%s → %s", call, answer).isEqualTo(403);
            assertThat(answer.problem()).as("%s → %s", call, answer).isEqualTo("feature-disabled");
        });
    }

    private void isGoneFromView(String key, List<String> types, List<Operation> operations) {
        JsonObject manifest = admin.read(acme.path("manifest"));
        assertThat(manifest.getJsonObject("features").getBoolean(key)).isFalse();
        containsNone(names(manifest, "recordTypes", "name"), types);
        containsNone(
                names(manifest, "menu", "path"),
                types.stream().map(OpenApi.whole()::pathOf).toList());
        containsNone(
                Stream.of("panels", "widgets", "pages")
                        .flatMap(kind -> names(manifest, kind, "target").stream())
                        .toList(),
                types);
        JsonObject paths = admin.read(acme.path("openapi")).getJsonObject("paths");
        containsNone(
                paths.entrySet().stream()
                        .flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                                .map(method -> named(method, path.getKey())))
                        .toList(),
                operations.stream()
                        .map(operation -> named(operation.method(), operation.path()))
                        .toList());
        types.forEach(this::isNoImport);
    }

    private static String named(String method, String path) {
        return method.toLowerCase(Locale.ROOT) + " " + path;
    }

    private void isNoImport(String type) {
        Call call =
                Call.of("POST", acme.path("imports")).query("recordType", type).with("text/csv", "Name\nSomething\n");

        assertThat(admin.send(call).status()).as("import of " + type).isIn(403, 404);
    }

    private static void containsNone(Collection<String> found, Collection<String> gone) {
        assertThat(found).noneMatch(gone::contains);
    }

    private static List<String> names(JsonObject manifest, String list, String member) {
        return manifest.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString(member, ""))
                .toList();
    }
}
