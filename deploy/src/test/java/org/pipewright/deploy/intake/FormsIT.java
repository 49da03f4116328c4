package org.pipewright.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Forms people outside fill in become leads, each once, and only where they should (S-LEAD-08, S-SRC-07). */
class FormsIT {

    private static final String ROOT = "/api/tenants/acme/";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("https?://[^/]+(/forms/\\S+)");

    private final RunningProduct product = RunningProduct.get();
    private final Client anna = product.as(DemoMember.ANNA_ADMIN);
    private final Client nobody = product.asNobody();
    private final String word = "W" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = word.toLowerCase(java.util.Locale.ROOT) + "@visitor.example";

    @Test
    void becomesALeadThatTellsWhereItCameFrom() {
        String form = page(form(object().add("consent", "You may write to me")));
        String opened = opened(form + "?utm_source=newsletter&utm_campaign=spring&referrer=https://a.example/b");

        Answer sent = send(
                form,
                opened,
                Map.of(
                        "consent",
                        "on",
                        "utm_source",
                        "newsletter",
                        "utm_campaign",
                        "spring",
                        "referrer",
                        "https://a.example/b"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        JsonObject lead = lead();
        assertThat(lead.getJsonObject("channel").getString("title")).isEqualTo("Website");
        assertThat(lead.getString("utmSource")).isEqualTo("newsletter");
        assertThat(lead.getString("utmCampaign")).isEqualTo("spring");
        assertThat(lead.getString("referrer")).isEqualTo("https://a.example/b");
        assertThat(lead.getString("need")).isEqualTo("A quote, please");
        assertThat(lead.getString("consentText")).isEqualTo("You may write to me");
        assertThat(lead.isNull("createdBy")).isTrue();
    }

    @Test
    void comesByTheChannelThatARuleFindsInItsWayHere() {
        String channel = made("channels", object().add("name", word));
        String rule = made(
                "arrival-rules",
                object().add("name", word)
                        .add("fact", "UTM_SOURCE")
                        .add("value", word.toUpperCase(java.util.Locale.ROOT))
                        .add("channel", channel));
        String form = page(form(object()));

        Answer sent = send(form, opened(form + "?utm_source=" + word), Map.of("utm_source", word));

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(lead().getJsonObject("channel").getString("title")).isEqualTo(word);
        anna.done(Call.of("DELETE", "/api/tenants/acme/arrival-rules/" + rule));
    }

    private String made(String path, JsonObjectBuilder record) {
        return anna.done(Call.post("/api/tenants/acme/" + path, record.build()))
                .json()
                .getString("id");
    }

    @Test
    void makesOneLeadHoweverOftenItIsSent() {
        String form = page(form(object()));
        String token = opened(form);

        send(form, token, Map.of());
        Answer again = send(form, token, Map.of());

        assertThat(again.status()).isEqualTo(200);
        assertThat(leads()).hasSize(1);
    }

    @Test
    void takesNothingFromRobots() {
        String form = page(form(object()));
        String hasty = token(nobody.done(Call.get(form)).body());

        assertThat(send(form, hasty, Map.of()).body()).contains("very fast");
        assertThat(send(form, opened(form), Map.of("homepage", "https://spam.example"))
                        .status())
                .isEqualTo(200);
        assertThat(send(form, "1." + hasty.split("\\.")[1] + "." + hasty.split("\\.")[2], Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(leads()).isEmpty();
    }

    @Test
    void namesEveryAnswerThatIsWrong() {
        String api = api(form(object().add("asksCompany", "REQUIRED").add("consent", "You may write to me")));
        String token = patient(nobody.done(Call.get(api)).json().getString("token"));

        Answer refused = nobody.send(Call.post(
                api,
                object().add("token", token)
                        .add("answers", object().add("emails", "nonsense").add("score", "100"))
                        .build()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactlyInAnyOrder("score", "lastName", "company", "emails", "consent");
    }

    @Test
    void isThereInItsOwnTenantOnlyAndOnlyWhileItIsOpen() {
        String id = form(object());
        String elsewhere = page(id).replace(
                        tenant(),
                        product.manifest(DemoMember.GINA_ADMIN, "globex")
                                .getJsonObject("tenant")
                                .getString("id"));

        assertThat(nobody.send(Call.get(elsewhere)).status()).isEqualTo(404);
        assertThat(nobody.send(Call.get(api(id).replace("/acme/", "/globex/"))).status())
                .isEqualTo(404);
        assertThat(nobody.send(Call.get(api(id).replace("/acme/", "/nowhere/"))).status())
                .isEqualTo(404);

        change(id, object().add("active", false));
        assertThat(nobody.send(Call.get(page(id))).status()).isEqualTo(404);
    }

    @Test
    void isClosedWhileLeadsAreOffAndKeepsWhatIsSentAllTheSame() {
        String id = form(object());
        String page = page(id);
        String opened = opened(page);
        leads(false);
        try {
            RunningProduct.eventually(
                    "the form is closed", () -> nobody.send(Call.get(page)).status() == 503);
            assertThat(nobody.send(Call.get(api(id))).problem()).isEqualTo("form-closed");

            Answer sent = send(page, opened, Map.of());
            Answer again = send(page, opened, Map.of());

            assertThat(sent.status()).as(sent.body()).isEqualTo(503);
            assertThat(sent.body()).contains("is kept");
            assertThat(again.status()).as(again.body()).isEqualTo(503);
            assertThat(parked().getBoolean("open")).isFalse();
            assertThat(anna.send(release()).problem()).isEqualTo("feature-disabled");
        } finally {
            leads(true);
        }
        assertThat(leads()).isEmpty();
        assertThat(parked().getJsonObject("answers").getString("lastName")).isEqualTo(word);

        Call release = release();
        String lead = anna.done(release).json().getString("id");

        assertThat(lead().getString("id")).isEqualTo(lead);
        assertThat(lead().getString("need")).isEqualTo("A quote, please");
        assertThat(anna.send(release).status()).isEqualTo(404);
        assertThat(send(page, opened, Map.of()).status()).isEqualTo(200);
        assertThat(leads()).hasSize(1);
    }

    @Test
    void whatIsParkedCanBeThrownAway() {
        String page = page(form(object()));
        String opened = opened(page);
        leads(false);
        try {
            RunningProduct.eventually(
                    "it is parked", () -> send(page, opened, Map.of()).status() == 503);
            anna.done(Call.of("DELETE", ROOT + "parked-submissions/" + parked().getString("id")));
        } finally {
            leads(true);
        }
        assertThat(anna.send(release("01900000-0000-7000-8000-000000000000")).status())
                .isEqualTo(404);
        assertThat(leads()).isEmpty();
    }

    private void leads(boolean on) {
        anna.done(Call.put(
                ROOT + "features/sales.leads", object().add("enabled", on).build()));
    }

    private JsonObject parked() {
        return anna.read(ROOT + "parked-submissions").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getJsonObject("answers").toString().contains(word))
                .findFirst()
                .orElseThrow();
    }

    private Call release() {
        return release(parked().getString("id"));
    }

    private static Call release(String id) {
        return Call.of("POST", ROOT + "parked-submissions/" + id + "/release");
    }

    @Test
    void isShownAndSentOnlyByTheSitesItNames() {
        String id = form(object().add("origins", "https://www.friend.example\nhttps://shop.friend.example"));

        Answer page = nobody.done(Call.get(page(id)));
        Answer friend = nobody.send(Call.get(api(id)).header("Origin", "https://www.friend.example"));
        Answer stranger = nobody.send(Call.get(api(id)).header("Origin", "https://www.stranger.example"));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'")
                .contains("https://shop.friend.example")
                .contains("https://www.friend.example");
        assertThat(friend.headers().firstValue("Access-Control-Allow-Origin")).contains("https://www.friend.example");
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void waitsUntilItIsConfirmedByMail() {
        String form = page(form(object().add("confirmed", true)));

        send(form, opened(form), Map.of());
        String link = link();

        assertThat(nobody.done(Call.get(link)).body()).contains("Confirm");
        assertThat(leads()).isEmpty();
        nobody.done(Call.of("POST", link).with("application/x-www-form-urlencoded", ""));
        nobody.done(Call.of("POST", link).with("application/x-www-form-urlencoded", ""));
        assertThat(leads()).hasSize(1);
        assertThat(nobody.send(Call.get(link + "x")).status()).isEqualTo(404);
    }

    @Test
    void goesToTheOwnerTheFormNames() {
        String owner = member("Rita");
        String form = page(form(object().add("assignee", owner)));

        send(form, opened(form), Map.of());

        assertThat(lead().getJsonObject("owner").getString("id")).isEqualTo(owner);
    }

    private String form(JsonObjectBuilder more) {
        JsonObjectBuilder members =
                object().add("name", "Form " + UUID.randomUUID()).add("heading", "Contact us");
        more.build().forEach(members::add);
        return anna.done(Call.post(ROOT + "lead-forms", members.build())).json().getString("id");
    }

    private void change(String id, JsonObjectBuilder members) {
        anna.done(Call.of("PATCH", ROOT + "lead-forms/" + id)
                .with(members.build())
                .header("If-Match", "\"1\""));
    }

    private String page(String id) {
        String address = anna.read(ROOT + "lead-forms/" + id).getString("address");
        return address.substring(address.indexOf("/forms/"));
    }

    private static String api(String id) {
        return "/api/forms/acme/" + id;
    }

    private String tenant() {
        return product.manifest(DemoMember.ANNA_ADMIN, "acme")
                .getJsonObject("tenant")
                .getString("id");
    }

    private String opened(String page) {
        return patient(token(nobody.done(Call.get(page)).body()));
    }

    /** A person needs a moment to write. */
    private static String patient(String token) {
        long opened = Long.parseLong(token.split("\\.")[0]);
        RunningProduct.eventually("somebody has written", () -> System.currentTimeMillis() > opened + 2_100);
        return token;
    }

    private static String token(String html) {
        Matcher found = TOKEN.matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }

    private Answer send(String page, String token, Map<String, String> more) {
        Map<String, String> fields = new java.util.TreeMap<>(
                Map.of("token", token, "lastName", word, "emails", email, "need", "A quote, please"));
        fields.putAll(more);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return nobody.send(Call.of("POST", page).with("application/x-www-form-urlencoded", body));
    }

    private String link() {
        RunningProduct.eventually("a mail", () -> !product.mailsTo(email).isEmpty());
        Matcher found = LINK.matcher(product.mailsTo(email).getJsonObject(0).getString("text"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private JsonArray leads() {
        return anna.done(Call.get(ROOT + "leads").query("q", word)).json().getJsonArray("items");
    }

    private JsonObject lead() {
        assertThat(leads()).hasSize(1);
        return anna.read(ROOT + "leads/" + leads().getJsonObject(0).getString("id"));
    }

    private String member(String name) {
        return anna.done(Call.get(ROOT + "people").query("q", name))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }
}
