package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/**
 * Everybody browses all that is offered to them. What is offered is allowed and what is allowed is offered: the server
 * is asked for each button that is there, and for each that is not. Nothing fails, and no text is missing, on the way.
 */
class RolesStoryIT {

    private static final Pattern KEY_OF_A_TEXT =
            Pattern.compile("\\b(?!core\\.proof)(core|sales|billing|territories)\\.[a-z]+[.-][a-zA-Z.-]+");
    private static final String ROOT = "/api/tenants/acme/";
    private static final String STALE = "\"999999\"";

    private final RunningProduct product = RunningProduct.get();

    @BeforeAll
    static void letThereBeRecords() {
        Client rita = RunningProduct.get().as(DemoMember.RITA_REP);
        JsonObject account = made(rita, "accounts", Json.createObjectBuilder().add("name", "Seen by all"));
        made(rita, "contacts", Json.createObjectBuilder().add("lastName", "Seen"));
        made(rita, "leads", Json.createObjectBuilder().add("lastName", "Seen").add("company", "Seen by all"));
        made(
                rita,
                "opportunities",
                Json.createObjectBuilder().add("name", "Seen by all").add("account", account.getString("id")));
    }

    /** What the audit log tells about that is no record: rights of a role, a feature of it and of all, a setting. */
    @BeforeAll
    static void letThereBeSettings() {
        Client anna = RunningProduct.get().as(DemoMember.ANNA_ADMIN);
        String role = made(anna, "roles", Json.createObjectBuilder().add("name", "Told of in the audit log"))
                .getString("id");
        anna.done(Call.of("PATCH", ROOT + "roles/" + role)
                .with(Json.createObjectBuilder()
                        .add(
                                "grants",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("subject", "sales.lead")
                                                .add("action", "qualify")
                                                .add("level", "team")))
                        .add(
                                "fields",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("recordType", "core.account")
                                                .add("field", "website")
                                                .add("access", "view")))
                        .build())
                .header("If-Match", "*"));
        switched(anna, "roles/" + role + "/features/sales.leads", false);
        switched(anna, "features/sales.lead-sources", false);
        switched(anna, "features/sales.lead-sources", true);
    }

    /** Its entry tells how many rows became what. */
    @BeforeAll
    static void letThereBeAnImport() {
        Client anna = RunningProduct.get().as(DemoMember.ANNA_ADMIN);
        JsonObject begun = anna.done(Call.of("POST", ROOT + "imports")
                        .query("recordType", "core.account")
                        .query("fileName", "told.csv")
                        .with("text/csv", "Name\nTold of in the audit log\n"))
                .json();
        String path = ROOT + "imports/" + begun.getString("id");
        JsonObjectBuilder name = Json.createObjectBuilder().add("field", "name").add("column", "Name");
        anna.done(Call.put(
                path + "/mapping",
                Json.createObjectBuilder()
                        .add("fields", Json.createArrayBuilder().add(name))
                        .build()));
        step(anna, path, "validate", "VALIDATED");
        step(anna, path, "run", "DONE");
    }

    private static void step(Client client, String path, String step, String state) {
        client.done(Call.post(path + "/" + step, empty()));
        RunningProduct.eventually(
                state, () -> client.read(path).getString("state").equals(state));
    }

    private static void switched(Client client, String path, boolean enabled) {
        client.done(Call.put(
                ROOT + path, Json.createObjectBuilder().add("enabled", enabled).build()));
    }

    private static JsonObject made(Client client, String path, JsonObjectBuilder body) {
        return client.done(Call.post(ROOT + path, body.build())).json();
    }

    @ParameterizedTest
    @EnumSource(names = {"ANNA_ADMIN", "MAX_MANAGER", "RITA_REP", "BILL_CLERK", "OTTO_ONLY"})
    void isOfferedWhatIsAllowed(DemoMember member) {
        Client client = product.as(member);
        JsonObject manifest = client.read(ROOT + "manifest");
        List<String> entries = manifest.getJsonArray("menu").getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString("path"))
                .toList();
        List<JsonObject> types = manifest.getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> entries.contains(type.getString("path")))
                .toList();
        try (Window window = Window.of(member)) {
            entriesLeadSomewhere(window, types);
            types.forEach(type -> listAndRecord(window, client, type));
            assertThat(window.refusals()).isEmpty();
        }
    }

    /** Each entry leads to a page, and whatever the person may view has an entry, here or in the settings. */
    private static void entriesLeadSomewhere(Window window, List<JsonObject> types) {
        List<String> lists =
                types.stream().map(type -> "/t/acme/" + type.getString("path")).toList();
        List<String> entries = new ArrayList<>(addresses(window.menu().getByRole(AriaRole.LINK)));
        window.open("settings");
        entries.addAll(addresses(sections(window).getByRole(AriaRole.LINK)));
        for (String address : entries) {
            if (!lists.contains(address)) {
                goTo(window, address);
                isDrawn(window);
            }
        }
    }

    private static Locator sections(Window window) {
        return window.page().getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Settings"));
    }

    /** By the link where there is one, as the product is not loaded anew for each section of the settings then. */
    private static void goTo(Window window, String address) {
        Locator section = sections(window).locator("a[href='" + address + "']");
        if (section.count() == 0) {
            window.page().navigate(address);
        } else {
            section.click();
            assertThat(section).hasAttribute("aria-current", "page");
        }
    }

    private static List<String> addresses(Locator links) {
        assertThat(links.first()).isVisible();
        return links.all().stream().map(link -> link.getAttribute("href")).toList();
    }

    private static void isDrawn(Window window) {
        Locator main = window.page().locator("main");
        main.locator("h1").first().waitFor();
        RunningProduct.eventually(
                "all is read on " + window.page().url(),
                () -> main.locator(".loading").count() == 0);
        assertThat(main.locator(".empty").getByText("Not allowed").count()).isZero();
        assertThat(window.page().locator("body").innerText()).doesNotContainPattern(KEY_OF_A_TEXT);
    }

    private static void listAndRecord(Window window, Client client, JsonObject type) {
        String path = type.getString("path");
        // Before anything is made: of some types an empty body makes a record, which the page does not show yet.
        Optional<String> first = first(client, path, "");
        Optional<String> listed = first(client, path, filter(type));
        window.follow(path);
        isDrawn(window);
        assertThat(window.button("Save view").count())
                .as(path + ": nothing was changed")
                .isZero();
        agrees(path + ": new", window.page().locator("[data-key=create]"), client, Call.post(ROOT + path, empty()));
        listed.ifPresent(record -> agrees(
                path + ": many",
                window.page().getByLabel("Select all loaded records"),
                client,
                Call.post(ROOT + path + "/bulk", empty())));
        window.button("More actions").first().click();
        agrees(path + ": export", window.entry("Export as CSV"), client, Call.get(ROOT + path + "/export"));
        agrees(path + ": bin", window.entry("Bin"), client, Call.get(ROOT + path + "/bin"));
        agrees(
                path + ": import",
                window.entry("Import"),
                client,
                Call.of("POST", ROOT + "imports")
                        .query("recordType", type.getString("name"))
                        .with("text/csv", ""));
        window.page().keyboard().press("Escape");
        boolean hasAPage = type.getOrDefault("partOf", JsonValue.NULL) == JsonValue.NULL;
        first.filter(record -> hasAPage).ifPresent(record -> record(window, client, type, record));
    }

    /** Of the view that a list opens with. */
    private static String filter(JsonObject type) {
        return type.getJsonArray("views").getValuesAs(JsonObject.class).stream()
                .findFirst()
                .map(view -> view.getString("filter"))
                .orElse("");
    }

    private static Optional<String> first(Client client, String path, String filter) {
        Call call = Call.get(ROOT + path).query("limit", "1");
        Answer found = client.done(filter.isEmpty() ? call : call.query("filter", filter));
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(record -> record.getString("id"))
                .findFirst();
    }

    private static void record(Window window, Client client, JsonObject type, String id) {
        String path = type.getString("path") + "/" + id;
        window.follow(path);
        isDrawn(window);
        Locator buttons = window.page().locator(".record-title .buttons");
        Call change = Call.of("PATCH", ROOT + path).with(empty()).header("If-Match", STALE);
        agrees(path + ": edit", buttons.getByText("Edit"), client, change);
        window.button("More actions").first().click();
        agrees(
                path + ": delete",
                window.entry("Delete"),
                client,
                Call.of("DELETE", ROOT + path).header("If-Match", STALE));
        offeredVerbsAreAllowed(client, path, type);
        window.page().keyboard().press("Escape");
    }

    /** What is not offered may also be refused for the state the record is in. */
    private static void offeredVerbsAreAllowed(Client client, String path, JsonObject type) {
        JsonArray offered = client.read(ROOT + path).getJsonArray("actions");
        for (JsonObject each : type.getJsonArray("verbs").getValuesAs(JsonObject.class)) {
            String verb = each.getString("name");
            if (offered.contains(Json.createValue(verb))) {
                Call call = Call.post(ROOT + path + "/" + verb, empty()).header("If-Match", STALE);
                assertThat(client.send(call).status()).as(path + ": " + verb).isIn(400, 412);
            }
        }
    }

    private static JsonObject empty() {
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private static void agrees(String what, Locator offer, Client client, Call call) {
        int status = client.send(call).status();

        boolean allowed = status != 403 && status != 404 && status != 405;

        assertThat(status).as(what + ": " + call).isLessThan(500);
        if (allowed) {
            RunningProduct.eventually("what is allowed to be offered: " + what, () -> isThere(offer));
        } else {
            assertThat(isThere(offer)).as(what + ", answered " + status).isFalse();
        }
    }

    private static boolean isThere(Locator offer) {
        return offer.count() > 0 && offer.first().isVisible();
    }
}
