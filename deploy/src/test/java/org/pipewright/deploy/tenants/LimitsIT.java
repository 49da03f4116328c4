package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** S-TEN-21, S-TEN-26: what a tenant may use ends exactly at its limit, and what it uses is what the database holds. */
class LimitsIT {

    private final RunningProduct product = RunningProduct.get();
    private final Newcomer tenant = new Newcomer();

    @Test
    void letsNobodyMoreInThanAllowed() {
        limit("users", 2);
        tenant.admin().done(tenant.invitation("second@" + tenant.slug() + ".example"));
        String before = counted("core.member");

        Answer third = tenant.admin().send(tenant.invitation("third@" + tenant.slug() + ".example"));

        assertThat(third.status()).isEqualTo(409);
        assertThat(third.problem()).isEqualTo("quota-exceeded");
        assertThat(counted("core.member")).isEqualTo(before);
        assertThat(counted("core.invitation")).isEqualTo("1");
        assertThat(warning("users").getString("state")).isEqualTo("reached");
        limit("users", 3);
        tenant.admin().done(tenant.invitation("third@" + tenant.slug() + ".example"));
    }

    /** S-SET-09: whoever has not chosen, or returns to the default, follows the operator's; whoever has chosen keeps it. */
    @Test
    void followsTheDefaultOfThePlatformOnceItIsNoLongerChosen() {
        String own = tenant.path("features/territories.territories");
        String hours = tenant.path("settings/core.session.hours");
        try {
            tenant.admin().done(Call.put(own, granted("enabled", false)));
            tenant.admin().done(Call.put(hours, number(900)));
            operatorsDefault("features/territories.territories", granted("enabled", true));
            operatorsDefault("settings/core.session.hours", number(1000));

            assertThat(listed("features", "territories.territories").getString("layer"))
                    .isEqualTo("tenant");
            assertThat(listed("settings", "core.session.hours").getInt("value")).isEqualTo(900);

            tenant.admin().done(Call.put(own, nothing("enabled")));
            tenant.admin().done(Call.put(hours, nothing("value")));
            RunningProduct.eventually(
                    "the feature follows",
                    () -> listed("features", "territories.territories").getBoolean("value"));
            assertThat(listed("features", "territories.territories").getString("layer"))
                    .isEqualTo("platform");
            assertThat(listed("settings", "core.session.hours").getInt("value")).isEqualTo(1000);

            operatorsDefault("settings/core.session.hours", number(1200));
            assertThat(listed("settings", "core.session.hours").getInt("value")).isEqualTo(1200);
        } finally {
            operatorsDefault("features/territories.territories", nothing("enabled"));
            operatorsDefault("settings/core.session.hours", nothing("value"));
        }
        RunningProduct.eventually(
                "the product's default holds again",
                () -> !listed("features", "territories.territories").getBoolean("value"));
        assertThat(listed("settings", "core.session.hours").getInt("value")).isZero();
        assertThat(tenant.operator()
                        .send(Call.put("/api/operator/defaults/settings/core.session.hours", granted("value", true)))
                        .fields())
                .containsExactly("value");
        assertThat(tenant.operator()
                        .read("/api/operator/defaults/changes")
                        .getJsonArray("items")
                        .toString())
                .contains("Olga Operator", "core.session.hours", "\"before\":\"1000\"", "\"after\":\"1200\"");
    }

    private void operatorsDefault(String path, JsonObject choice) {
        tenant.operator().done(Call.put("/api/operator/defaults/" + path, choice));
    }

    private JsonObject listed(String path, String key) {
        return tenant.admin().read(tenant.path(path)).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject number(int value) {
        return Json.createObjectBuilder().add("value", value).build();
    }

    private static JsonObject nothing(String member) {
        return Json.createObjectBuilder().addNull(member).build();
    }

    /** S-PLAT-16: what the operator withholds is not the tenant's to switch, nor listed; what was chosen waits. */
    @Test
    void withholdsASingleFeature() {
        String feature = tenant.operatorPath("features/sales.leads");
        Call onAgain = Call.put(tenant.path("features/sales.leads"), granted("enabled", true));
        tenant.operator().done(Call.put(feature, granted("granted", false)));

        RunningProduct.eventually("withheld", () -> tenant.admin().send(onAgain).status() == 403);
        assertThat(keys("features")).doesNotContain("sales.leads").contains("sales.opportunities");
        assertThat(tenant.admin()
                        .read(tenant.path("modules"))
                        .getJsonArray("items")
                        .toString())
                .doesNotContain("sales.leads")
                .contains("sales.opportunities");
        assertThat(tenant.admin().send(Call.get(tenant.path("leads"))).problem())
                .isEqualTo("feature-disabled");
        assertThat(tenant.admin()
                        .send(Call.put(feature, granted("granted", true)))
                        .status())
                .isEqualTo(403);
        assertThat(tenant.operator()
                        .send(Call.put(tenant.operatorPath("features/sales.nothing"), granted("granted", false)))
                        .status())
                .isEqualTo(404);

        tenant.operator().done(Call.put(feature, granted("granted", true)));
        RunningProduct.eventually("granted", () -> keys("features").contains("sales.leads"));
        tenant.admin().done(onAgain);
    }

    /** S-TEN-19: the console finds a tenant by its name, slug or plan, page by page. */
    @Test
    void isFoundByTheOperatorPageByPage() {
        String plan = "Plan of " + tenant.slug();
        tenant.operator()
                .done(Call.put(
                        tenant.operatorPath("plan"),
                        Json.createObjectBuilder().add("plan", plan).build()));

        for (String words : List.of(tenant.slug().toUpperCase(java.util.Locale.ROOT), plan)) {
            List<JsonObject> found = tenants("q", words);
            assertThat(found).extracting(entry -> entry.getString("id")).containsExactly(tenant.id());
            assertThat(found.get(0).getString("plan")).isEqualTo(plan);
        }
        assertThat(tenants("status", "DELETED"))
                .noneMatch(entry -> entry.getString("id").equals(tenant.id()));
        JsonObject first = tenant.operator()
                .done(Call.get("/api/operator/tenants").query("limit", "1"))
                .json();
        JsonObject second = tenant.operator()
                .done(Call.get("/api/operator/tenants").query("limit", "1").query("after", first.getString("next")))
                .json();
        assertThat(first.getJsonArray("items")).hasSize(1);
        assertThat(second.getJsonArray("items")).hasSize(1).isNotEqualTo(first.getJsonArray("items"));
        assertThat(tenant.operator()
                        .send(Call.get("/api/operator/tenants").query("status", "LOST"))
                        .fields())
                .containsExactly("status");
    }

    private List<JsonObject> tenants(String parameter, String value) {
        return tenant.operator()
                .done(Call.get("/api/operator/tenants").query(parameter, value))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject granted(String member, boolean value) {
        return Json.createObjectBuilder().add(member, value).build();
    }

    private List<String> keys(String path) {
        return tenant.admin().read(tenant.path(path)).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("key"))
                .toList();
    }

    @Test
    void keepsRecordsBelowTheLimitOnEveryPath() {
        int present = limited("records").getInt("used");
        limit("records", present + 3);
        tenant.admin().done(tenant.account("One"));
        tenant.admin().done(tenant.account("Two"));
        assertThat(warning("records").getString("state")).isEqualTo("near");

        String imported = imported("Three\nFour\nFive");
        Answer byHand = tenant.admin().send(tenant.account("Six"));

        assertThat(imported).isEqualTo("DONE_WITH_ERRORS");
        assertThat(byHand.problem()).isEqualTo("quota-exceeded");
        assertThat(tenant.console()
                        .query(
                                "select string_agg(name, ',' order by id) from core.account where tenant_id = ?::uuid",
                                tenant.id()))
                .containsExactly("One,Two,Three");
    }

    @Test
    void refusesFilesThatGoBeyondTheStorage() {
        String account = tenant.admin().done(tenant.account("Keeper")).json().getString("id");
        int used = limited("storage-mb").getInt("used");
        limit("storage-mb", used + 3);
        Call file = Call.of("POST", tenant.path("accounts/" + account + "/files"))
                .query("name", "large.txt")
                .with("application/octet-stream", "x".repeat(1_800_000));
        tenant.admin().done(file);

        Answer second = tenant.admin().send(file);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("quota-exceeded");
        assertThat(counted("core.file")).isEqualTo("1");
    }

    @Test
    void refusesRecordsWhenTheStorageIsFull() {
        SecureRandom random = new SecureRandom();
        for (int n = 0; n < 150; n++) {
            byte[] noise = new byte[7_000];
            random.nextBytes(noise);
            tenant.admin()
                    .done(Call.post(
                            tenant.path("accounts"),
                            Json.createObjectBuilder()
                                    .add("name", "Large " + n)
                                    .add("notes", Base64.getEncoder().encodeToString(noise))
                                    .build()));
        }
        limit("storage-mb", 1);
        tenant.admin().read(tenant.path("usage"));

        Answer refused = tenant.admin().send(tenant.account("One too many"));

        assertThat(refused.problem()).isEqualTo("quota-exceeded");
        assertThat(refused.json().getString("most")).isEqualTo("1");
        assertThat(warning("storage-mb").getString("state")).isEqualTo("reached");
        assertThat(tenant.console()
                        .query(
                                "select count(*) from core.account where tenant_id = ?::uuid and name = 'One too many'",
                                tenant.id()))
                .containsExactly("0");
        limit("storage-mb", 100);
        tenant.admin().done(tenant.account("Again"));
    }

    @Test
    void refusesAnImportThatIsTooLong() {
        limit("import-rows", 2);

        Answer refused = upload("One\nTwo\nThree");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("quota-exceeded");
        assertThat(counted("core.import")).isEqualTo("0");
        assertThat(upload("One\nTwo").status()).isEqualTo(201);
    }

    @Test
    void slowsDownWhoCallsTooOften() {
        limit("api-calls-per-minute", 5);

        Answer last = IntStream.range(0, 12)
                .mapToObj(n -> tenant.admin().send(Call.get(tenant.path("accounts"))))
                .reduce((before, after) -> after)
                .orElseThrow();

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void tellsTheUseThatTheDatabaseShows() {
        tenant.admin().done(tenant.account("One"));
        tenant.joined("ivo@" + tenant.slug() + ".example").read(tenant.path("manifest"));
        imported("Two\nThree");

        RunningProduct.eventually(
                "every mail is counted",
                () -> month().getInt("mails") == product.mailsTo(tenant.slug()).size());
        JsonObject month = month();

        assertThat(month.getInt("activeUsers")).isEqualTo(2);
        assertThat(month.getInt("mails")).isGreaterThan(1);
        assertThat(String.valueOf(month.getInt("jobs")))
                .isEqualTo(tenant.console()
                        .query("select count(*) from platform.job where tenant_id = ?::uuid", tenant.id())
                        .get(0));
        assertThat(month.getInt("records")).isEqualTo(recordsByHand());
        assertThat(month.getJsonNumber("storageBytes").longValue()).isPositive();
        int calls = month.getInt("apiCalls");
        tenant.admin().read(tenant.path("accounts"));
        assertThat(operatorsView().getInt("apiCalls")).isEqualTo(calls + 1);
        assertThat(tenant.admin().done(Call.get(tenant.path("usage/months"))).body())
                .contains("month,activeUsers", month.getString("month") + ",2,");
    }

    private JsonObject month() {
        return tenant.admin().read(tenant.path("usage")).getJsonArray("months").getJsonObject(0);
    }

    private JsonObject operatorsView() {
        return tenant.operator()
                .read(tenant.operatorPath("usage"))
                .getJsonArray("months")
                .getJsonObject(0);
    }

    /** Every table of records has the column that tells what is in the bin. */
    private int recordsByHand() {
        return tenant
                .console()
                .query("select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid"
                        + " where c.relkind = 'r' and a.attname = 'missing' and not a.attisdropped")
                .stream()
                .mapToInt(table -> Integer.parseInt(tenant.console()
                        .query(
                                "select count(*) from " + table + " where tenant_id = ?::uuid and deleted_at is null",
                                tenant.id())
                        .get(0)))
                .sum();
    }

    private void limit(String name, int most) {
        JsonObject wanted = Json.createObjectBuilder().add("most", most).build();
        tenant.operator().done(Call.put(tenant.operatorPath("limits/" + name), wanted));
        RunningProduct.eventually("the limit holds", () -> limited(name).getInt("most", -1) == most);
    }

    private JsonObject limited(String name) {
        return named(tenant.operator().read(tenant.operatorPath("usage")), "limits", name);
    }

    private JsonObject warning(String name) {
        return named(tenant.admin().read(tenant.path("usage/warnings")), "items", name);
    }

    private static JsonObject named(JsonObject holder, String list, String limit) {
        return holder.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .filter(state -> state.getString("limit").equals(limit))
                .findFirst()
                .orElseThrow();
    }

    private String counted(String table) {
        return tenant.console()
                .query("select count(*) from " + table + " where tenant_id = ?::uuid", tenant.id())
                .get(0);
    }

    private Answer upload(String rows) {
        return tenant.admin()
                .send(Call.of("POST", tenant.path("imports?recordType=core.account"))
                        .with("text/csv", "Name\n" + rows + "\n"));
    }

    /** Brings the rows in; the state at the end. */
    private String imported(String rows) {
        String id = upload(rows).json().getString("id");
        JsonObject field = Json.createObjectBuilder()
                .add("field", "name")
                .add("column", "Name")
                .build();
        JsonObject mapping = Json.createObjectBuilder()
                .add("fields", Json.createArrayBuilder().add(field))
                .build();
        tenant.admin().done(Call.put(tenant.path("imports/" + id + "/mapping"), mapping));
        tenant.admin().done(Call.of("POST", tenant.path("imports/" + id + "/validate")));
        RunningProduct.eventually("looked through", () -> state(id).equals("VALIDATED"));
        tenant.admin().done(Call.of("POST", tenant.path("imports/" + id + "/run")));
        RunningProduct.eventually("brought in", () -> state(id).startsWith("DONE"));
        return state(id);
    }

    private String state(String id) {
        return tenant.console()
                .query("select state from core.import where id = ?::uuid", id)
                .get(0);
    }
}
