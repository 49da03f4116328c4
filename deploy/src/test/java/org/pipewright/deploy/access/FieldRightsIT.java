package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.grant;
import static org.pipewright.deploy.access.Acme.id;
import static org.pipewright.deploy.access.Acme.items;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.made;
import static org.pipewright.deploy.access.Acme.unique;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;

/** A role hides one field and shows another for reading only; that holds on every path (S-ROLE-07, S-ROLE-08). */
class FieldRightsIT {

    private static final DemoMember READER = DemoMember.OTTO_ONLY;
    private static final String SECRET = "Submarines" + System.nanoTime();
    private static final String OWN_ROLES = ROOT + "people/" + Acme.memberId(READER.email()) + "/roles";
    private static final String ROLE = role();

    private final Client reader = Acme.as(READER);
    private final String name = unique("Field rights");
    private final JsonObject account = made(
            DemoMember.ANNA_ADMIN,
            "accounts",
            "name",
            name,
            "industry",
            SECRET,
            "website",
            "https://submarines.example");
    private final String path = ROOT + "accounts/" + id(account);

    private static String role() {
        JsonObject role = json(
                "name",
                unique("Field rights"),
                "grants",
                Stream.of(
                                Stream.of(grant("core.text-template", "view", "tenant")),
                                Stream.of("view", "create", "edit", "export", "import")
                                        .map(action -> grant("core.account", action, "tenant")),
                                Stream.of("core.export", "core.audit", "core.import", "core.mail")
                                        .map(capability -> grant(capability, "use", "tenant")))
                        .flatMap(grants -> grants)
                        .toList(),
                "fields",
                List.of(
                        json("recordType", "core.account", "field", "industry", "access", "none"),
                        json("recordType", "core.account", "field", "website", "access", "view")));
        return id(Acme.admin().done(Call.post(ROOT + "roles", role)).json());
    }

    private List<String> before;

    @BeforeEach
    void holdTheRole() {
        before = Acme.admin().read(OWN_ROLES).getJsonArray("roles").getValuesAs(JsonObject.class).stream()
                .map(Acme::id)
                .toList();
        Acme.admin().done(Call.put(OWN_ROLES, json("roles", List.of(ROLE))));
    }

    @AfterEach
    void holdTheFormerRoles() {
        Acme.admin().done(Call.put(OWN_ROLES, json("roles", before)));
    }

    static Stream<Arguments> readings() {
        return Stream.of(
                Arguments.of("record", Call.get("{path}")),
                Arguments.of("list", Call.get(ROOT + "accounts").query("q", "{name}")),
                Arguments.of("history", Call.get("{path}/history")),
                Arguments.of("audit", Call.get(ROOT + "audit").query("limit", "20")),
                Arguments.of("search", Call.get(ROOT + "search").query("q", "{name}")),
                Arguments.of("export", Call.get(ROOT + "accounts/export").query("q", "{name}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void isNotReadAnywhere(String what, Call call) {
        Acme.admin()
                .done(Call.of("PATCH", path)
                        .with(json("industry", SECRET + " again"))
                        .header("If-Match", "\"" + account.getInt("version") + "\""));
        String address = call.path()
                .replace("{path}", path)
                .replace("%7Bname%7D", java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));

        Answer answer = reader.done(call.at(address));

        assertThat(answer.body()).isNotBlank().doesNotContain(SECRET);
    }

    /** The place in a text stays empty, and whoever writes the text is told so (S-ACT-13). */
    @Test
    void isNotMergedIntoTexts() {
        JsonObject template = Acme.made(
                DemoMember.ANNA_ADMIN,
                "text-templates",
                "name",
                unique("Trade"),
                "subject",
                "About {{name}}",
                "text",
                "Your trade: {{industry}}.");

        JsonObject mail = reader.done(Call.get(path + "/mails").query("template", id(template)))
                .json();

        assertThat(mail.getString("subject")).isEqualTo("About " + name);
        assertThat(mail.getString("text")).startsWith("Your trade: .");
        assertThat(mail.getJsonArray("warnings").getValuesAs(JsonObject.class))
                .containsExactly(json("place", "industry", "reason", "HIDDEN"));
    }

    /** Who was overtaken sees what the record is like now, but not more of it than before (S-OPP-28). */
    @Test
    void isNotToldToWhoWasOvertaken() {
        Acme.admin()
                .done(Call.of("PATCH", path)
                        .with(json("industry", SECRET + " again", "employees", 1))
                        .header("If-Match", "*"));

        Answer late = reader.send(Call.of("PATCH", path)
                .with(json("employees", 2))
                .header("If-Match", "\"" + account.getInt("version") + "\""));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).doesNotContain(SECRET);
        assertThat(late.json().getJsonObject("current")).isEqualTo(reader.read(path));
        assertThat(reader.read(path).getInt("employees")).isEqualTo(1);
    }

    @Test
    void isNotIncludedWithWhatRefersToIt() {
        JsonObject below = made(DemoMember.ANNA_ADMIN, "accounts", "name", unique("Below"), "parent", id(account));

        JsonObject included = reader.read(ROOT + "accounts/" + id(below) + "?include=parent")
                .getJsonObject("included")
                .getJsonObject("core.account")
                .getJsonObject(id(account));

        assertThat(included.getString("name")).isEqualTo(name);
        assertThat(included).containsKey("website").doesNotContainKey("industry");
    }

    static Stream<Arguments> tricks() {
        return Stream.of(
                Arguments.of("filter", Call.get(ROOT + "accounts").query("filter", "industry==" + SECRET)),
                Arguments.of("sort", Call.get(ROOT + "accounts").query("sort", "-industry")),
                Arguments.of("include", Call.get(ROOT + "accounts").query("include", "industry")),
                Arguments.of("group", Call.get(ROOT + "accounts/groups").query("by", "industry")),
                Arguments.of("fields of a list", Call.get(ROOT + "accounts").query("fields", "name,industry")),
                Arguments.of("fields", Call.get(ROOT + "accounts/export").query("fields", "name,industry")),
                Arguments.of(
                        "filter through a reference",
                        Call.get(ROOT + "accounts").query("filter", "parent.industry==" + SECRET)),
                Arguments.of(
                        "view",
                        Call.post(
                                ROOT + "views",
                                json(
                                        "recordType",
                                        "core.account",
                                        "name",
                                        unique("View"),
                                        "visibility",
                                        "private",
                                        "filter",
                                        "industry==" + SECRET))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void cannotBeGuessed(String what, Call call) {
        assertThat(reader.send(call).status()).isEqualTo(400);
    }

    @Test
    void isNoPartOfWhatIsDeclared() {
        assertThat(reader.read(ROOT + "openapi")
                        .getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject("core.account")
                        .getJsonObject("properties"))
                .containsKey("website")
                .doesNotContainKey("industry");
        assertThat(reader.done(Call.get(ROOT + "manifest")).body()).doesNotContain("core.account.industry");
    }

    @Test
    void isLeftAloneWhenSomethingElseIsSaved() {
        Answer read = reader.done(Call.get(path));

        reader.done(Call.of("PATCH", path)
                .with(json("name", name + " Ltd"))
                .header("If-Match", read.headers().firstValue("ETag").orElseThrow()));

        JsonObject now = Acme.admin().read(path);
        assertThat(now.getString("industry")).isEqualTo(SECRET);
        assertThat(now.getString("website")).isEqualTo("https://submarines.example");
    }

    @ParameterizedTest
    @MethodSource("hiddenAndReadOnly")
    void isRefusedByNameWhenItIsSent(String field) {
        Answer read = reader.done(Call.get(path));

        Answer refused = reader.send(Call.of("PATCH", path)
                .with(json(field, "https://other.example"))
                .header("If-Match", read.headers().firstValue("ETag").orElseThrow()));

        assertThat(refused.status()).isIn(400, 403);
        assertThat(refused.fields()).containsExactly(field);
    }

    static Stream<String> hiddenAndReadOnly() {
        return Stream.of("industry", "website");
    }

    @Test
    void isNoTargetOfAnImport() {
        Answer upload = reader.done(Call.of("POST", ROOT + "imports")
                .query("recordType", "core.account")
                .with("text/csv", "Name,Industry\n" + unique("Imported") + ",Ships\n"));
        JsonObject mapping = json(
                "fields",
                List.of(json("field", "name", "column", "Name"), json("field", "industry", "column", "Industry")));

        Answer refused = reader.send(Call.put(ROOT + "imports/" + upload.json().getString("id") + "/mapping", mapping));

        assertThat(refused.status()).isIn(400, 403);
        assertThat(items(reader.read(ROOT + "imports/" + upload.json().getString("id") + "/rows")))
                .isNotEmpty();
    }
}
