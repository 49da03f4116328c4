package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Whatever is sent, the answer is a problem that names what is wrong; nothing breaks and nothing is written. */
class BadInputIT {

    private static final String[] MOVING = {"platform.outbox", "platform.job", "core.idempotency"};

    /** Lists that are taken as files; that somebody took one is told in the trail. */
    private static final Pattern EXPORT = Pattern.compile("(Audit)?Export\\.export(@.*)?");

    private static final String[] MOVING_WITH_EXPORTS = {
        "platform.outbox", "platform.job", "core.idempotency", "core.history"
    };
    private static final String LONG = "x".repeat(20_000);
    /** Longer than anything whole letters and templates may be. */
    private static final String LONGER = "x".repeat(250_000);

    private static final Set<String> ROOMY = Set.of("html", "template", "text");
    private static final String UNKNOWN = "noSuchField";

    /** Needed fields that are filled from others when nobody fills them. */
    private static final Set<String> FILLED_IN = Set.of("sales.quote.account", "core.price-list.prices");

    /** Texts that name something there is, or that rules take away: not every text will do. */
    private static final Set<String> NAMES = Set.of(
            "sales.quote-line.exemption",
            "sales.order-line.exemption",
            "billing.invoice-line.exemption",
            "billing.self-billed-line.exemption",
            "billing.payment-provider.system",
            "billing.payment-provider.page",
            "billing.subscription-line.exemption",
            "sales.assignment-rule.roles",
            "sales.kind.roles",
            "sales.kind-stage.roles",
            "sales.stage.needsOwn",
            "sales.lead-form.origins",
            "territories.territory-intake.recordType",
            "territories.territory-rule.recordType",
            "territories.territory-rule.criteria");

    /** Speak English for every language they do not know, or show the same picture whatever the key, to tell nothing. */
    private static final Set<String> FALL_BACK = Set.of("Texts.texts", "TrackedMails.picture");

    private static final JsonObject PROBLEM = Json.createObjectBuilder()
            .add("$ref", "#/components/schemas/Problem")
            .build();

    private final Samples samples = new Samples();
    private final KeptSamples kept = new KeptSamples();
    private final Workplace acme = Workplace.ACME;

    @TestFactory
    Stream<DynamicTest> inABodyIsRefused() {
        return Proof.ofEach(
                OpenApi.whole().operations().stream()
                        .filter(operation -> Samples.isPossible(operation, acme))
                        .filter(operation -> operation
                                .body()
                                .filter(body -> body.mediaType().endsWith("json"))
                                .isPresent()),
                this::body);
    }

    private void body(Operation operation) {
        Sample sample = kept.of(operation, acme);
        JsonObject good = parsed(sample.call());
        JsonObject schema = operation.body().orElseThrow().schema();
        Map<String, JsonObject> properties = OpenApi.properties(schema);
        Map<String, String> before = acme.tables().marksWithout(MOVING);
        SoftAssertions soft = new SoftAssertions();
        Trial trial = new Trial(operation, sample.call(), soft);

        BadParameters.shared(operation, noObjects(good)).forEach(body -> trial.refuses("no object", body));
        trial.refusesMediaType("text/xml", "<name/>");
        trial.refusesMediaType("text/plain", good.toString());
        trial.names(
                Set.of(UNKNOWN), Json.createObjectBuilder(good).add(UNKNOWN, 1).build());
        if (operation.action().equals("bulk")) {
            properties.remove("verb"); // a second deed is refused by the name of the first
        }
        wrong(properties).forEach((what, values) -> trial.namesEach(what, good, values));
        OpenApi.required(schema).stream()
                .filter(good::containsKey)
                .filter(name -> !FILLED_IN.contains(operation.recordType() + "." + name))
                .forEach(name -> trial.missing(good, name, operation.action().equals("change")));

        if (sample.call().path().startsWith("/api/tenants/acme/")) {
            soft.assertThat(acme.tables().marksWithout(MOVING))
                    .as("rows of the tenant afterwards")
                    .isEqualTo(before);
        }
        sample.afterwards().run();
        soft.assertAll();
    }

    /** Bodies that are broken, of another kind, too deep or too large. */
    private static List<String> noObjects(JsonObject good) {
        String deep = "[".repeat(50_000) + "]".repeat(50_000);
        return List.of(
                "{\"name\":",
                "{\"name\":\"" + "x".repeat(1_200_000) + "\"}",
                good + "}",
                "[1, 2]",
                "\"text\"",
                "",
                deep,
                "{\"name\":" + deep + "}");
    }

    private static JsonObject parsed(Call call) {
        try (var reader = Json.createReader(new java.io.StringReader(call.body().orElse("{}")))) {
            return reader.readObject();
        }
    }

    /** Wrong values by what is wrong about them: for each field that takes such a thing. */
    private static Map<String, Map<String, JsonValue>> wrong(Map<String, JsonObject> properties) {
        Map<String, Map<String, JsonValue>> wrong = new TreeMap<>();
        properties.forEach((name, schema) -> wrongValues(schema)
                .forEach((what, value) ->
                        wrong.computeIfAbsent(what, key -> new TreeMap<>()).put(name, value)));
        wrong.computeIfPresent("too long", (what, values) -> {
            values.replaceAll((name, value) -> ROOMY.contains(name) ? Json.createValue(LONGER) : value);
            return values;
        });
        return wrong;
    }

    private static Map<String, JsonValue> wrongValues(JsonObject schema) {
        String pointer = schema.getString("$ref", "");
        if (pointer.endsWith("/Reference")) {
            return Map.of(
                    "no id", Json.createValue("not-an-id"),
                    "an id of nothing", Json.createValue("00000000-0000-4000-8000-000000000000"),
                    "an array", Json.createArrayBuilder().add(1).build(),
                    "a number", Json.createValue(12));
        }
        if (pointer.endsWith("/Money")) {
            return Map.of(
                    "no amount", money("much", "EUR"),
                    "absurd amount", money("9".repeat(60), "EUR"),
                    "amount in exponents", money("1e999999999", "EUR"),
                    "no currency", money("1", "EURO"),
                    "a text", Json.createValue("12"),
                    "unknown member",
                            Json.createObjectBuilder(money("1", "EUR"))
                                    .add(UNKNOWN, 1)
                                    .build());
        }
        return ofType(schema);
    }

    private static JsonObject money(String amount, String currency) {
        return Json.createObjectBuilder()
                .add("amount", amount)
                .add("currency", currency)
                .build();
    }

    private static Map<String, JsonValue> ofType(JsonObject schema) {
        return switch (schema.getString("type", "") + " " + schema.getString("format", "")) {
            case "string date" ->
                Map.of(
                        "a day that is not", Json.createValue("2026-02-30"),
                        "words", Json.createValue("yesterday"),
                        "absurd year", Json.createValue("+999999999-01-01"),
                        "a number", Json.createValue(20260615));
            case "string date-time" ->
                Map.of(
                        "words", Json.createValue("now"),
                        "absurd year", Json.createValue("+999999999-01-01T00:00:00Z"),
                        "a number", Json.createValue(12));
            case "string uuid" -> Map.of("no id", Json.createValue("not-an-id"), "a number", Json.createValue(12));
            case "string email" ->
                Map.of(
                        "no address", Json.createValue("nobody at nowhere"),
                        "too long", Json.createValue(LONG + "@example.org"),
                        "a number", Json.createValue(12));
            case "integer " ->
                Map.of(
                        "a text", Json.createValue("twelve"),
                        "absurd number", Json.createValue(new java.math.BigInteger("9".repeat(40))),
                        "a fraction", Json.createValue(1.5),
                        "below everything", Json.createValue(Long.MIN_VALUE),
                        "an object", JsonValue.EMPTY_JSON_OBJECT);
            case "number " ->
                Map.of(
                        "a text", Json.createValue("twelve"),
                        "absurd number", Json.createValue(new java.math.BigDecimal("1e400")),
                        "an object", JsonValue.EMPTY_JSON_OBJECT);
            case "boolean " -> Map.of("a text", Json.createValue("true"), "a number", Json.createValue(1));
            case "array " ->
                schema.getJsonObject("items").containsKey("properties")
                        ? points(schema.getJsonObject("items").getJsonObject("properties"))
                        : Map.of("a text", Json.createValue("one"), "an object", JsonValue.EMPTY_JSON_OBJECT);
            case "string " -> text(schema);
            default -> Map.of();
        };
    }

    /** Contact points; two primary ones in one list are refused (S-CON-01). */
    private static Map<String, JsonValue> points(JsonObject properties) {
        String part = properties.containsKey("value") ? "value" : "city";
        var one = Json.createObjectBuilder(point(part, "a@example.org")).add("primary", true);
        var other = Json.createObjectBuilder(point(part, "b@example.org")).add("primary", true);
        return Map.of(
                "a text", Json.createValue("one"),
                "numbers", Json.createArrayBuilder().add(1).build(),
                "nothing in it",
                        Json.createArrayBuilder()
                                .add(JsonValue.EMPTY_JSON_OBJECT)
                                .build(),
                "an unknown member",
                        Json.createArrayBuilder().add(point(UNKNOWN, "x")).build(),
                "an unknown kind",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder(point(part, "x@example.org"))
                                        .add("kind", "NO_SUCH_KIND"))
                                .build(),
                "two primaries", Json.createArrayBuilder().add(one).add(other).build());
    }

    private static JsonObject point(String part, String value) {
        return Json.createObjectBuilder().add(part, value).build();
    }

    private static Map<String, JsonValue> text(JsonObject schema) {
        JsonValue zero = Json.createValue("zero\u0000byte");
        if (schema.containsKey("enum")) {
            return Map.of("no choice", Json.createValue("NO_SUCH_CHOICE"), "a number", Json.createValue(12));
        }
        return Map.of(
                "a number",
                Json.createValue(12),
                "an object",
                JsonValue.EMPTY_JSON_OBJECT,
                "too long",
                Json.createValue(LONG),
                "a zero byte",
                zero);
    }

    @TestFactory
    Stream<DynamicTest> inAParameterIsRefused() {
        return Proof.ofEach(
                OpenApi.whole().operations().stream()
                        .filter(operation -> !FALL_BACK.contains(operation.id()))
                        .filter(operation -> !operation.parameters().isEmpty()
                                || !operation.pathParameters().isEmpty()),
                this::parameters);
    }

    private void parameters(Operation operation) {
        Sample sample = kept.of(operation, acme);
        String[] moving = EXPORT.matcher(operation.id()).matches() ? MOVING_WITH_EXPORTS : MOVING;
        Map<String, String> before = acme.tables().marksWithout(moving);
        SoftAssertions soft = new SoftAssertions();
        Trial trial = new Trial(operation, sample.call(), soft);

        if (operation.isRead()) {
            operation.parameters().stream()
                    .filter(parameter -> parameter.in().equals("query"))
                    .forEach(parameter -> BadParameters.shared(operation, BadParameters.of(parameter.name()))
                            .forEach(value -> trial.refusesParameter(parameter.name(), value)));
            operation.parameters().stream()
                    .filter(parameter -> parameter.in().equals("query"))
                    .forEach(parameter -> BadParameters.shared(operation, BadParameters.strange())
                            .forEach(value -> trial.survives(parameter.name(), value)));
        }
        operation.parameters().stream()
                .filter(parameter -> parameter.name().equals("If-Match"))
                .forEach(parameter -> trial.refusesHeader("If-Match", "garbage", 400, 412));
        BadParameters.shared(operation, BadParameters.segments()).forEach(segment -> trial.refusesSegment(segment));

        if (sample.call().path().startsWith("/api/tenants/acme/")) {
            soft.assertThat(acme.tables().marksWithout(moving))
                    .as("rows of the tenant afterwards")
                    .isEqualTo(before);
        }
        sample.afterwards().run();
        soft.assertAll();
    }

    @TestFactory
    Stream<DynamicTest> textThatIsMerelyStrangeIsKept() {
        return Proof.ofEach(
                OpenApi.whole()
                        .ofTenant()
                        .filter(Operation::isGeneric)
                        .filter(operation -> operation.action().equals("create")),
                this::strange);
    }

    private void strange(Operation operation) {
        Map<String, JsonObject> texts = new TreeMap<>();
        acme.fields(operation.recordType()).stream()
                .filter(field -> !field.getBoolean("readOnly"))
                .filter(field -> Set.of("text", "multiline").contains(field.getString("kind")))
                .filter(field -> !NAMES.contains(operation.recordType() + "." + field.getString("name")))
                .filter(field -> !field.containsKey("max")
                        || field.get("max").getValueType() != JsonValue.ValueType.NUMBER
                        || field.getInt("max") >= 90)
                .forEach(field -> texts.put(field.getString("name"), field));
        for (String strange : BadParameters.strangeTexts()) {
            JsonObject body = parsed(samples.of(operation, acme).call());
            JsonObjectBuilder changed = Json.createObjectBuilder(body);
            texts.keySet().retainAll(body.keySet());
            texts.keySet().forEach(name -> changed.add(name, strange + Workplace.number()));
            JsonObject sent = changed.build();
            Call call = Call.post(acme.path(OpenApi.whole().pathOf(operation.recordType())), sent);

            JsonObject made = acme.admin().done(call).json();

            texts.keySet().forEach(name -> assertThat(made.get(name)).as(name).isEqualTo(sent.get(name)));
        }
    }

    /** Tries bad variants of one good call. */
    private static final class Trial {

        private final Operation operation;
        private final Call good;
        private final SoftAssertions soft;
        private final Client client;

        Trial(Operation operation, Call good, SoftAssertions soft) {
            this.operation = operation;
            this.good = good;
            this.soft = soft;
            this.client =
                    RunningProduct.get().as(operation.isOperators() ? DemoMember.OPERATOR : DemoMember.ANNA_ADMIN);
        }

        void refuses(String what, String body) {
            refused(what, good.with("application/json", body));
        }

        private Answer refused(String what, Call call) {
            Answer answer = client.send(call);
            soft.assertThat(answer.isProblem())
                    .as("%s: %s %s → %s", what, operation.id(), call.path(), answer)
                    .isTrue();
            soft.assertThat(Conformity.problems(OpenApi.whole(), PROBLEM, answer.json()))
                    .as("%s: %s → %s", what, operation.id(), answer)
                    .isEmpty();
            return answer;
        }

        void refusesMediaType(String type, String body) {
            Answer answer = client.send(good.with(type, body));
            soft.assertThat(answer.status()).as("%s → %s", type, answer).isEqualTo(415);
            soft.assertThat(answer.isProblem()).as("%s → %s", type, answer).isTrue();
        }

        void names(Collection<String> fields, JsonObject body) {
            Answer answer = refused("wrong " + fields, good.with(body));
            soft.assertThat(named(answer)).as("%s → %s", body, answer).containsAll(fields);
        }

        /** All wrong fields at once; those that are not named then, one by one. */
        void namesEach(String what, JsonObject body, Map<String, JsonValue> values) {
            JsonObjectBuilder all = Json.createObjectBuilder(body);
            values.forEach(all::add);
            Set<String> left = new TreeSet<>(values.keySet());
            Answer together = refused(what + " " + left, good.with(all.build()));
            left.removeAll(named(together));
            for (String name : left) {
                JsonObject one = Json.createObjectBuilder(body)
                        .add(name, values.get(name))
                        .build();
                Answer answer = refused(what + " " + name, good.with(one));
                soft.assertThat(named(answer))
                        .as("%s %s → %s", what, name, answer)
                        .contains(name);
            }
        }

        void missing(JsonObject body, String name, boolean optional) {
            JsonObject without = Json.createObjectBuilder(body).remove(name).build();
            JsonObject nothing = Json.createObjectBuilder(body).addNull(name).build();
            for (JsonObject sent : optional ? List.of(nothing) : List.of(without, nothing)) {
                Answer answer = refused("missing " + name, good.with(sent));
                soft.assertThat(named(answer))
                        .as("missing %s → %s", name, answer)
                        .contains(name);
            }
        }

        /** The first part of a name like {@code amount.currency} is the field. */
        private static Set<String> named(Answer answer) {
            Set<String> names = new TreeSet<>();
            answer.fields().forEach(field -> names.add(field.replaceFirst("[.\\[].*", "")));
            return names;
        }

        void refusesParameter(String name, String value) {
            Answer answer = refused(name + "=" + shortened(value), replaced(name, value));
            soft.assertThat(answer.fields())
                    .as("%s=%s → %s", name, shortened(value), answer)
                    .anyMatch(field -> field.equals(name) || value.contains(field) && !field.isEmpty());
        }

        private Call replaced(String name, String value) {
            String path = good.path().replaceAll("[?&]" + name + "=[^&]*", "");
            String fixed = path.contains("?") || !path.contains("&") ? path : path.replaceFirst("&", "?");
            return good.at(fixed).query(name, value);
        }

        private static String shortened(String value) {
            return value.length() > 60 ? value.substring(0, 60) + "…" : value;
        }

        void survives(String name, String value) {
            Answer answer = client.send(replaced(name, value));
            soft.assertThat(answer.isSuccess() || answer.isProblem())
                    .as("%s=%s → %s", name, shortened(value), answer)
                    .isTrue();
        }

        void refusesHeader(String name, String value, Integer... statuses) {
            Answer answer = refused(name + ": " + value, good.header(name, value));
            soft.assertThat(answer.status()).as(answer.toString()).isIn((Object[]) statuses);
        }

        /** Something absurd in place of the first parameter of the path. */
        void refusesSegment(String value) {
            for (String parameter : operation.pathParameters().stream().limit(1).toList()) {
                String[] pattern = operation.path().split("/");
                String[] actual = good.path().split("\\?")[0].split("/");
                List<String> parts = new ArrayList<>();
                for (int i = 0; i < pattern.length; i++) {
                    boolean replaced = pattern[i].contains("{" + parameter + "}");
                    parts.add(
                            replaced
                                    ? pattern[i].replace(
                                            "{" + parameter + "}",
                                            URLEncoder.encode(value, StandardCharsets.UTF_8)
                                                    .replace("+", "%20"))
                                    : actual[i]);
                }
                refused("path " + shortened(value), good.at(String.join("/", parts)));
            }
        }
    }
}
