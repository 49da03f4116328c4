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
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.MenuEntry;
import org.pipewright.platform.spi.modules.WebElement;

/** A feature that is switched off is gone on every path and for every role, and nothing of it is lost (trap 5). */
class SwitchesIT {

    private static final String WORD = "Zwirbelbart";
    private static final Pattern SELECTOR = Pattern.compile("([A-Za-z][A-Za-z.]*)(?:==|!=|=[a-z]+=|[<>])");
    private static final String[] MAY_CHANGE = {"core.feature_switch", "core.history", "platform.outbox", "platform.job"
    };

    /** One of each default role beside the administrator. */
    private static final List<DemoMember> COLLEAGUES = List.of(
            DemoMember.MAX_MANAGER,
            DemoMember.RITA_REP,
            DemoMember.BILL_CLERK,
            DemoMember.TARA_TERRITORY,
            DemoMember.OTTO_ONLY);

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
        List<Call> naming = naming(types, named.values());
        JsonObject manifest = admin.read(acme.path("manifest"));
        Map<String, String> rows = acme.tables().marksWithout(MAY_CHANGE);

        needing.forEach(other -> acme.switchFeature(other, false));
        acme.switchFeature(key, false);
        try {
            isGoneFor(prepared);
            isGoneFromView(key, types, operations);
            naming.forEach(this::isGone);
            Stream.concat(Stream.of(admin), COLLEAGUES.stream().map(acme.product()::as))
                    .forEach(who -> {
                        isGoneFromManifest(who.read(acme.path("manifest")), key, types, operations);
                        if (!named.isEmpty()) {
                            containsNone(found(who), ids(named));
                        }
                    });
            assertThat(acme.tables().marksWithout(MAY_CHANGE)).isEqualTo(rows);
        } finally {
            acme.switchFeature(key, true);
            innermostFirst(needing).forEach(other -> acme.switchFeature(other, true));
        }
        assertThat(admin.read(acme.path("manifest"))).isEqualTo(manifest);
        named.forEach((path, record) -> assertThat(admin.read(path)).isEqualTo(record));
        assertThat(found(admin)).containsAll(ids(named));
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

    private List<String> found(Client who) {
        return who.done(Call.get(acme.path("search")).query("q", WORD)).json().getJsonArray("groups").stream()
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

    /** Calls that name the types, or a record of one of them, beside the paths of these types. */
    private List<Call> naming(List<String> types, Collection<JsonObject> records) {
        List<Call> naming = new ArrayList<>();
        for (String type : types) {
            naming.add(Call.get(acme.path("views")).query("recordType", type));
            naming.add(Call.get(acme.path("imports/templates/" + type + ".csv")));
            for (JsonObject record : records) {
                String named = type + "/" + record.getString("id");
                naming.add(Call.get(acme.path("running-workflows/" + named)));
                naming.add(Call.of("PUT", acme.path("favourites/" + named)));
            }
        }
        return naming;
    }

    private void isGone(Call call) {
        Answer answer = admin.send(call);
        assertThat(answer.status()).as("%s → %s", call, answer).isIn(403, 404);
    }

    private void isGoneFromView(String key, List<String> types, List<Operation> operations) {
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

    /** All that the shell draws comes from there: menu, pages, panels, widgets, cards, boards, reports and buttons. */
    private static void isGoneFromManifest(
            JsonObject manifest, String key, List<String> types, List<Operation> operations) {
        assertThat(manifest.getJsonObject("features").getBoolean(key)).isFalse();
        containsNone(names(manifest, "recordTypes", "name"), types);
        List<String> paths = types.stream().map(OpenApi.whole()::pathOf).toList();
        assertThat(names(manifest, "menu", "path")).noneMatch(path -> paths.contains(path.replaceAll("/.*", "")));
        for (String kind : List.of("panels", "widgets", "pages")) {
            containsNone(names(manifest, kind, "target"), types);
            containsNone(names(manifest, kind, "subject"), types);
        }
        List<String> brought = brought(key);
        for (String kind : List.of("menu", "panels", "widgets", "pages")) {
            containsNone(names(manifest, kind, "key"), brought);
        }
        List<String> gone = operations.stream().map(Operation::id).toList();
        manifest.getJsonArray("recordTypes").getValuesAs(JsonObject.class).forEach(type -> {
            String name = type.getString("name");
            containsNone(
                    names(type, "verbs", "name").stream()
                            .map(verb -> name + "." + verb)
                            .toList(),
                    gone);
            speaksOfShownFieldsOnly(type);
        });
    }

    /** Keys of entries of the menu and of elements that come with the feature. */
    private static List<String> brought(String feature) {
        return Stream.concat(
                        Stream.of(new CoreModule()),
                        ServiceLoader.load(CrmModule.class).stream().map(ServiceLoader.Provider::get))
                .flatMap(module -> Stream.concat(
                        module.menu().stream()
                                .filter(entry -> entry.feature().equals(feature))
                                .map(MenuEntry::key),
                        module.webElements().stream()
                                .filter(element -> element.feature().equals(feature))
                                .map(WebElement::key)))
                .toList();
    }

    /** Boards, reports, views and cards that would speak of a hidden field would be refused. */
    private static void speaksOfShownFieldsOnly(JsonObject type) {
        List<String> shown = Stream.concat(
                        names(type, "fields", "name").stream(), names(type, "links", "name").stream())
                .toList();
        Stream<String> reported = type.getJsonArray("reports").getValuesAs(JsonObject.class).stream()
                .flatMap(report -> report.getJsonArray("by").getValuesAs(JsonString.class).stream())
                .map(JsonString::getString);
        Stream<String> filters = Stream.of("views", "reports", "boards")
                .flatMap(kind -> names(type, kind, "filter").stream())
                .flatMap(filter -> SELECTOR.matcher(filter).results())
                .map(found -> found.group(1));
        Stream<String> columns = Stream.of("field", "per", "sum", "weight", "stale")
                .flatMap(part -> names(type, "boards", part).stream())
                .filter(field -> !field.isEmpty());
        assertThat(Stream.of(reported, filters, columns)
                        .flatMap(fields -> fields)
                        .map(field -> field.replaceAll("\\..*", "")))
                .as(type.getString("name"))
                .allMatch(shown::contains);
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
