package org.pipewright.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pipewright.deploy.launcher.Product;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.OwnDistribution;
import org.pipewright.deploy.product.RunningProduct;

/**
 * One installation whose modules come and go: the core alone, billing without sales, sales without billing, and all
 * again with what was kept meanwhile (S-PLAT-01, S-PLAT-09, S-PLAT-11).
 */
class FewerModulesIT {

    private static final String ROOT = "/api/tenants/acme/";
    private static final List<String> OF_THE_PRODUCT = List.of("sales", "billing", "territories");
    private static final List<String> OF_SALES = List.of("leads", "opportunities", "quotes", "orders");
    private static final List<String> OF_BILLING = List.of("invoices", "payments");
    private static final List<String> OF_TERRITORIES = List.of("territories");

    @TempDir
    Path work;

    private final LentDatabase database = new LentDatabase("pipewright_fewer");
    private OwnDistribution distribution;
    private Guest guest;
    private Product product;

    @AfterEach
    void stop() {
        if (product != null) {
            product.close();
        }
        database.close();
    }

    @Test
    void whatIsThereWorksAndWhatIsNotWaits() {
        distribution = new OwnDistribution(work);
        distribution.hold("billing");
        guest = new Guest(work.resolve("data"), distribution.folder(), database, Map.of());
        product = guest.start();
        RunningProduct.eventually(
                "the demo is there",
                () -> anna().send(Call.get(ROOT + "manifest")).isSuccess()
                        && bill().send(Call.get(ROOT + "manifest")).isSuccess());
        isThere(List.of("core", "billing"), OF_BILLING, List.of(OF_SALES, OF_TERRITORIES));
        String paid = paidInvoice();

        with();
        isThere(
                List.of("core"),
                List.of("accounts", "contacts", "activities"),
                List.of(OF_SALES, OF_BILLING, OF_TERRITORIES));
        worksAlone();
        String early = roleOfOtto();

        with("sales");
        isThere(List.of("core", "sales"), OF_SALES, List.of(OF_BILLING, OF_TERRITORIES));
        assertThat(read(anna(), "opportunity-statuses").getJsonArray("items"))
                .as("sales is set up in a tenant that was there before")
                .isNotEmpty();
        String order = confirmedOrder();
        endsWithTheOrder(order);

        with("sales", "billing", "territories");
        isThere(List.of("core", "sales", "billing", "territories"), OF_BILLING, List.of());
        assertThat(read(bill(), "invoices/" + paid).getString("paymentStatus")).isEqualTo("PAID");
        assertThat(read(anna(), "orders/" + order).getString("status")).isEqualTo("CONFIRMED");
        theOrderIsInvoicedAfterAll(order);
        givesNothingOfWhatCameLater(early);
    }

    /** The round that sets modules up is long in coming: whoever calls first finds them set up all the same. */
    private void with(String... modules) {
        distribution.hold(modules);
        database.console()
                .execute("update platform.scheduled_tasks set execution_time = now() + interval '1 hour'"
                        + " where task_name = 'chore.module-set-up'");
        product.restartApplication();
    }

    /** Menu, REST, OpenAPI and record types speak of these modules and of no others. */
    private void isThere(List<String> modules, List<String> paths, List<List<String>> gone) {
        JsonObject listed = read(anna(), "modules");
        assertThat(listed.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(module -> module.getString("id"), module -> module.getString("status"))
                .containsExactlyInAnyOrderElementsOf(
                        modules.stream().map(id -> Tuple.tuple(id, "ACTIVE")).toList());
        assertThat(product.refused()).isEmpty();
        assertThat(nobody().send(Call.get("/health/ready")).status()).isEqualTo(200);
        String manifest = anna().done(Call.get(ROOT + "manifest")).body();
        JsonObject described = nobody().read("/openapi").getJsonObject("paths");
        paths.forEach(path -> {
            assertThat(anna().send(Call.get(ROOT + path)).status()).as(path).isEqualTo(200);
            assertThat(described).containsKey("/api/tenants/{tenant}/" + path);
        });
        OF_THE_PRODUCT.stream()
                .filter(id -> !modules.contains(id))
                .forEach(id -> assertThat(manifest)
                        .as("no panel of it on pages of others either (S-PLAT-08)")
                        .doesNotContain("\"" + id + ".", "/ui/modules/" + id + "/"));
        gone.stream().flatMap(List::stream).forEach(path -> {
            assertThat(anna().send(Call.get(ROOT + path)).status()).as(path).isEqualTo(404);
            assertThat(described.keySet()).noneMatch(known -> known.startsWith("/api/tenants/{tenant}/" + path));
            assertThat(manifest).doesNotContain("\"path\":\"" + path + "\"");
        });
    }

    private String paidInvoice() {
        anna().done(Call.of("PATCH", ROOT + "organisation")
                .with(json("{'legalName':'Acme Incorporated','street':'Chausseestraße 1','postalCode':'10115',"
                        + "'city':'Berlin','country':'DE','taxNumber':'DE123456789','iban':'DE89370400440532013000'}"))
                .header("If-Match", "*"));
        String account = customer();
        String term = made(bill(), "payment-terms", "{'name':'Within a month','days':30}");
        String invoice = made(bill(), "invoices", "{'account':'" + account + "','term':'" + term + "'}");
        save(
                bill(),
                "invoices/" + invoice + "/invoice-lines",
                "{'description':'Advice','quantity':1,'unitPrice':100,'taxRate':19}");
        perform(bill(), "invoices/" + invoice + "/issue", "{}");

        String payment =
                made(bill(), "payments", "{'account':'" + account + "','amount':{'amount':'119.00','currency':'EUR'}}");
        save(bill(), "payments/" + payment + "/allocations", "{'invoice':'" + invoice + "','amount':119}");

        JsonObject issued = read(bill(), "invoices/" + invoice);
        assertThat(issued.getString("number")).isNotBlank();
        assertThat(issued.getString("paymentStatus")).isEqualTo("PAID");
        return invoice;
    }

    private String customer() {
        return made(
                anna(),
                "accounts",
                "{'name':'Moteurs','addresses':[{'kind':'BILLING','street':'Rue de la Paix 2','postalCode':'75002',"
                        + "'city':'Paris','country':'FR'}]}");
    }

    private void worksAlone() {
        String account = made(anna(), "accounts", "{'name':'Alone'}");
        made(anna(), "contacts", "{'lastName':'Solo','account':'" + account + "'}");

        assertThat(read(anna(), "accounts/" + account).getString("name")).isEqualTo("Alone");
        assertThat(read(anna(), "roles").getJsonArray("items")).isNotEmpty();
        assertThat(read(anna(), "settings")).isNotEmpty();
    }

    /** A role of the tenant's own, made while there is the core alone. */
    private String roleOfOtto() {
        String role = made(anna(), "roles", "{'name':'Early','grants':[" + toView("core.account") + "]}");
        String otto = anna().done(Call.get(ROOT + "people").query("filter", "email==" + DemoMember.OTTO_ONLY.email()))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        anna().done(Call.put(ROOT + "people/" + otto + "/roles", json("{'roles':['" + role + "']}")));
        assertThat(grantable()).contains("core.account").noneMatch(subject -> subject.startsWith("billing."));
        return role;
    }

    /** What modules bring is there to be granted, and granted to nobody whose role is not the product's (S-PLAT-04). */
    private void givesNothingOfWhatCameLater(String role) {
        Client otto = RunningProduct.get().on(guest.address(), DemoMember.OTTO_ONLY.email());
        assertThat(grantable()).contains("sales.lead", "billing.invoice", "billing.payment", "territories.territory");
        assertThat(read(anna(), "roles/" + role).getJsonArray("grants")).hasSize(1);
        assertThat(otto.send(Call.get(ROOT + "accounts")).status()).isEqualTo(200);
        for (String path : List.of("leads", "invoices", "payments")) {
            assertThat(otto.send(Call.get(ROOT + path)).status()).as(path).isEqualTo(403);
        }

        anna().done(Call.of("PATCH", ROOT + "roles/" + role)
                .with(json("{'grants':[" + toView("core.account") + "," + toView("billing.invoice") + "]}"))
                .header("If-Match", "*"));
        assertThat(otto.send(Call.get(ROOT + "invoices")).status()).isEqualTo(200);
        assertThat(otto.send(Call.get(ROOT + "payments")).status()).isEqualTo(403);
    }

    private static String toView(String subject) {
        return "{'subject':'" + subject + "','action':'view','level':'tenant'}";
    }

    /** Record types and capabilities that a role can give. */
    private List<String> grantable() {
        return read(anna(), "rights").getJsonArray("subjects").getValuesAs(JsonObject.class).stream()
                .map(subject -> subject.getString("subject"))
                .toList();
    }

    private String confirmedOrder() {
        String kind = made(anna(), "opportunity-kinds", "{'name':'Simple','type':'OTHER','allowed':true}");
        String deal = made(
                anna(), "opportunities", "{'name':'Engines','account':'" + customer() + "','kind':'" + kind + "'}");
        save(
                anna(),
                "opportunities/" + deal + "/opportunity-lines",
                "{'description':'Part','quantity':5,'unitPrice':{'amount':'10.00','currency':'EUR'}}");
        perform(anna(), "opportunities/" + deal + "/quote", "{}");
        String quote = only("quotes", deal);
        perform(anna(), "quotes/" + quote + "/send", "{'to':'cora@moteurs.example'}");
        perform(anna(), "quotes/" + quote + "/accept", "{'by':'Cora Customer','reason':'By phone'}");
        String order = only("orders", deal);
        perform(anna(), "orders/" + order + "/confirm", "{}");
        return order;
    }

    private String only(String path, String deal) {
        return anna().done(Call.get(ROOT + path).query("filter", "opportunity==" + deal))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /** Nobody makes invoices of it; its page and its list go without. */
    private void endsWithTheOrder(String order) {
        JsonObject confirmed = read(anna(), "orders/" + order);

        assertThat(confirmed.getString("status")).isEqualTo("CONFIRMED");
        assertThat(confirmed.getJsonArray("actions").toString()).doesNotContain("\"invoice\"");
        Answer refused = anna().send(Call.post(ROOT + "orders/" + order + "/invoice", json("{'part':'REST'}")));
        assertThat(refused.problem()).as(refused.toString()).isEqualTo("feature-disabled");
    }

    private void theOrderIsInvoicedAfterAll(String order) {
        perform(anna(), "orders/" + order + "/invoice", "{'part':'REST'}");

        RunningProduct.eventually(
                "the order has an invoice",
                () -> anna().done(Call.get(ROOT + "invoices").query("count", "true"))
                                .json()
                                .getInt("total")
                        == 2);
    }

    private static JsonObject read(Client who, String path) {
        return who.read(ROOT + path);
    }

    private static String made(Client who, String path, String body) {
        return who.done(Call.post(ROOT + path, json(body))).json().getString("id");
    }

    private static void save(Client who, String path, String part) {
        who.done(Call.put(ROOT + path, json("{'items':[" + part + "]}")).header("If-Match", "*"));
    }

    private static void perform(Client who, String path, String input) {
        who.done(Call.post(ROOT + path, json(input)));
    }

    /** JSON with single quotes for double ones. */
    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    private Client anna() {
        return RunningProduct.get().on(guest.address(), DemoMember.ANNA_ADMIN.email());
    }

    private Client bill() {
        return RunningProduct.get().on(guest.address(), DemoMember.BILL_CLERK.email());
    }

    private Client nobody() {
        return RunningProduct.get().on(guest.address(), () -> "");
    }
}
