package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;

/** S-TEN-14, S-TEN-16, S-TEN-17: a tenant takes everything along, and nothing of it stays. */
class DepartureIT {

    private static final String TABLES = "select c.oid::regclass::text from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')"
            + " and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')";

    private static final String LONG_AGO =
            "update platform.tenant set status_since = now() - interval '31 days' where id = ?::uuid";

    private final RunningProduct product = RunningProduct.get();
    private final Newcomer tenant = new Newcomer();

    @Test
    void takesEverythingAlong() throws Exception {
        tenant.admin().done(tenant.account("Ünique Ltd"));
        JsonObject made = exported();

        byte[] archive = archive(made.getString("id"));

        assertThat(sha256(archive)).isEqualTo(made.getString("sha256"));
        Map<String, byte[]> files = unpacked(archive);
        List<JsonObject> listed =
                made.getJsonObject("manifest").getJsonArray("files").getValuesAs(JsonObject.class);
        assertThat(files).hasSize(listed.size() + 1).containsKey("manifest.json");
        assertThat(listed).allSatisfy(file -> {
            byte[] content = files.get(file.getString("name"));
            assertThat(sha256(content)).isEqualTo(file.getString("sha256"));
            assertThat(lines(content)).isEqualTo(file.getInt("rows"));
            if (!file.getString("table").startsWith("platform.") && !isMoving(file.getString("table"))) {
                assertThat(tenant.console()
                                .query(
                                        "select count(*) from " + file.getString("table")
                                                + " where tenant_id = ?::uuid",
                                        tenant.id()))
                        .as(file.getString("table"))
                        .containsExactly(String.valueOf(file.getInt("rows")));
            }
        });
        assertThat(new String(files.get("records/core.account.jsonl"), StandardCharsets.UTF_8))
                .contains("Ünique Ltd");
        assertThat(files.keySet()).contains("audit.jsonl", "tenant.jsonl", "tables/core.setting.jsonl");
        assertThat(files.keySet()).noneMatch(name -> name.contains("invitation_token"));
    }

    @Test
    void takesFilesAlongAsTheyWereSent() throws Exception {
        String account =
                tenant.admin().done(tenant.account("With a file")).json().getString("id");
        String file = tenant.admin()
                .done(Call.of("POST", tenant.path("accounts/" + account + "/files"))
                        .query("name", "Offer.txt")
                        .with("application/octet-stream", "Offer"))
                .json()
                .getString("id");
        JsonObject made = exported();

        byte[] content = unpacked(archive(made.getString("id"))).get("files/" + file + "/1/Offer.txt");

        assertThat(content).asString(StandardCharsets.UTF_8).isEqualTo("Offer");
        JsonObject listed = made.getJsonObject("manifest")
                .getJsonArray("attachments")
                .getValuesAs(JsonObject.class)
                .get(0);
        assertThat(listed.getString("sha256")).isEqualTo(sha256(content));
    }

    /** The download itself is told in the history. */
    private static boolean isMoving(String table) {
        return table.equals("core.history");
    }

    @Test
    void removesAnArchiveWhoseTimeIsOver() {
        String id = exported().getString("id");

        tenant.console()
                .execute("update core.takeout set expires_at = now() - interval '1 second' where id = ?::uuid", id);

        assertThat(tenant.admin()
                        .send(Call.get(tenant.path("exports/" + id + "/archive")))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void keepsEverybodyOutWhileItsDeletionIsPendingAndCanComeBack() {
        Client ivo = tenant.joined("ivo@" + tenant.slug() + ".example");
        Answer mistyped = tenant.admin().send(Call.post(tenant.path("deletion"), Newcomer.json("slug", "acme")));
        assertThat(mistyped.fields()).containsExactly("slug");

        demand();

        assertThat(ivo.send(Call.get(tenant.path("accounts"))).status()).isEqualTo(403);
        assertThat(tenant.admin().send(Call.get(tenant.path("accounts"))).status())
                .isEqualTo(403);
        assertThat(ivo.send(Call.of("DELETE", tenant.path("deletion"))).status())
                .isEqualTo(403);
        assertThat(tenant.admin().read(tenant.path("deletion")).getString("requestedBy"))
                .isEqualTo("Nora Newcomer");
        RunningProduct.eventually(
                "the administrator is told",
                () -> product.mailsTo(tenant.email())
                        .getJsonObject(0)
                        .getString("subject")
                        .contains("deleted"));
        assertThat(exported().getString("state")).isEqualTo("READY");

        tenant.admin().done(Call.of("DELETE", tenant.path("deletion")));
        RunningProduct.eventually(
                "open again", () -> ivo.send(Call.get(tenant.path("manifest"))).status() == 200);
    }

    @Test
    void leavesNothingButTheRecordOfItsDeletion() {
        tenant.admin().done(tenant.account("Gone"));
        exported();
        String ivo = "ivo@" + tenant.slug() + ".example";
        tenant.joined(ivo).read(tenant.path("manifest"));
        tenant.joined("sam.both@acme.example");
        leaveTableOfAModuleThatIsNotThere();
        List<String> others = othersRows();

        demand();
        tenant.console().execute(LONG_AGO, tenant.id());
        RunningProduct.eventually(
                "the purge",
                () -> tenant.console()
                                .query(
                                        "select 1 from platform.deletion where tenant_id = ?::uuid and purged_at is not null",
                                        tenant.id())
                                .size()
                        == 1);

        assertThat(tablesNaming(tenant.id())).containsExactly("platform.deletion");
        assertThat(othersRows()).isEqualTo(others);
        JsonObject certificate = certificate();
        assertThat(certificate.getString("requestedBy")).isEqualTo("Nora Newcomer");
        assertThat(certificate.getJsonObject("rows").getInt("core.account")).isEqualTo(1);
        assertThat(certificate.getJsonObject("rows").getInt("orphan.thing")).isEqualTo(1);
        assertThat(certificate.getInt("accountsRemoved")).isEqualTo(2);
        assertThatIllegalStateException().isThrownBy(() -> product.tokenOf("pipewright-demo", ivo));
        assertThat(product.as("sam.both@acme.example").read("/api/tenants/acme/manifest"))
                .isNotEmpty();
        tenant.console().execute("drop schema orphan cascade");
    }

    private void leaveTableOfAModuleThatIsNotThere() {
        tenant.console().execute("create schema if not exists orphan authorization pipewright_owner");
        tenant.console().execute("grant usage on schema orphan to pipewright_app");
        tenant.console()
                .execute(
                        "create table orphan.thing (tenant_id uuid not null, id int not null, primary key (tenant_id, id))");
        tenant.console().execute("alter table orphan.thing owner to pipewright_owner");
        tenant.console().execute("select platform.tenant_table('orphan.thing')");
        tenant.console().execute("insert into orphan.thing values (?::uuid, 1)", tenant.id());
    }

    private List<String> othersRows() {
        return tenant.console()
                .query(
                        "select count(*), count(distinct tenant_id) from core.account where tenant_id <> ?::uuid union all"
                                + " select count(*), count(distinct tenant_id) from core.member where tenant_id <> ?::uuid",
                        tenant.id(),
                        tenant.id());
    }

    private List<String> tablesNaming(String id) {
        return tenant.console().query(TABLES).stream()
                .filter(table -> !tenant.console()
                        .query("select 1 from " + table + " t where t::text like ? limit 1", "%" + id + "%")
                        .isEmpty())
                .toList();
    }

    private JsonObject certificate() {
        return tenant
                .operator()
                .read("/api/operator/deletions")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(record -> record.getString("tenant").equals(tenant.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isNotPurgedWhereTheDatabaseDoesNotKeepTenantsApart() {
        tenant.console().execute("create schema if not exists leaky authorization pipewright_owner");
        tenant.console().execute("grant usage on schema leaky to pipewright_app");
        tenant.console().execute("create table leaky.thing (tenant_id uuid)");
        tenant.console().execute("grant select on leaky.thing to pipewright_app");
        tenant.console()
                .execute(
                        "insert into leaky.thing select id from platform.tenant where slug = 'acme' or id = ?::uuid",
                        tenant.id());
        try {
            demand();
            tenant.console().execute(LONG_AGO, tenant.id());

            RunningProduct.eventually("the purge is aborted", () -> !aborted().isEmpty());
            assertThat(aborted().get(0)).contains("leaky.thing");
            assertThat(tenant.admin().read(tenant.path("deletion")).getString("status"))
                    .isEqualTo("PENDING_DELETION");
        } finally {
            tenant.console().execute("drop schema leaky cascade");
        }
    }

    private List<String> aborted() {
        return tenant.console()
                .query(
                        "select result->>'error' from platform.job where tenant_id = ?::uuid and kind = 'purge'"
                                + " and state = 'FAILED'",
                        tenant.id());
    }

    private void demand() {
        tenant.admin().done(Call.post(tenant.path("deletion"), Newcomer.json("slug", tenant.slug())));
        RunningProduct.eventually(
                "nobody gets in",
                () -> tenant.admin().send(Call.get(tenant.path("accounts"))).status() == 403);
    }

    private JsonObject exported() {
        String id = tenant.admin()
                .done(Call.of("POST", tenant.path("exports")))
                .json()
                .getString("id");
        RunningProduct.eventually(
                "the export",
                () -> !List.of("WAITING", "RUNNING")
                        .contains(tenant.admin()
                                .read(tenant.path("exports/" + id))
                                .getString("state")));
        return tenant.admin().read(tenant.path("exports/" + id));
    }

    private byte[] archive(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(product.url() + tenant.path("exports/" + id + "/archive")))
                .header("Authorization", "Bearer " + product.token(tenant.email()))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int lines(byte[] content) {
        return (int) new String(content, StandardCharsets.UTF_8).lines().count();
    }
}
