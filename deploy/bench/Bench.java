import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Measures the running product beside its own SQL. One warm-up and one measured stretch for each operation, at one and
 * at eight connections; medians and rates. Machines differ: compare the last column, what share of PostgreSQL's own
 * rate for the same statement the product reaches, and "sel", how many primary-key selects one request costs.
 */
public final class Bench {

    private static final int OTHER_TENANTS = 50;
    private static final int ROWS_OF_OTHERS = 400;

    private final Map<String, String> options;
    private final int port;
    private final Properties secrets = new Properties();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Bench(Map<String, String> options) throws IOException {
        this.options = options;
        this.port = Integer.parseInt(options.getOrDefault("port", "8080"));
        try (var in = Files.newInputStream(Path.of(options.get("data"), "secrets.properties"))) {
            secrets.load(in);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        new Bench(options).run();
    }

    private void run() throws Exception {
        int rows = Integer.parseInt(options.getOrDefault("rows", "20000"));
        String tenant = seed(rows);
        double selects = pgbench("select 1 from sales.opportunity where tenant_id = '" + tenant + "' and id = '"
                + anyId(tenant) + "';", tenant, 8);
        System.out.printf(Locale.ROOT, "%,d opportunities, %d other tenants; %.0f primary-key selects/s%n",
                rows, OTHER_TENANTS, selects);
        System.out.printf("%-34s %-6s %10s %10s %10s %8s %8s%n", "operation", "as", "p50 ms x1", "rps x8", "pgbench x8",
                "share", "sel");
        for (String who : List.of("anna.admin", "rita.rep")) {
            measureAll(who, tenant, selects);
        }
        System.out.println("Peers, sel at 8 connections: list 260 to 950, read 95 to 260, create 320 to 660, search 120 to 970,"
                + " sum by stage 420 to 2,700.");
    }

    private void measureAll(String who, String tenant, double selects) throws Exception {
        String token = token(who + "@acme.example");
        String id = anyId(tenant);
        String from = " from sales.opportunity where tenant_id = '" + tenant + "' and deleted_at is null";
        measure("list 50 by amount, filtered", who, token, tenant, selects,
                i -> get("/opportunities?filter=" + encoded("outcome==IN_PROGRESS;amount>1000") + "&sort=-amount&limit=50"),
                "select *" + from + " and outcome = 'IN_PROGRESS' and amount_base > 1000"
                        + " order by amount_base desc nulls last, id desc limit 51;");
        measure("read one", who, token, tenant, selects, i -> get("/opportunities/" + id),
                "select *" + from + " and id = '" + id + "';");
        measure("search by name", who, token, tenant, selects, i -> get("/opportunities?q=deal%20" + (1000 + i % 900) + "&limit=50"),
                "select o.* from sales.opportunity o where o.id in (select platform.search('sales.opportunity',"
                        + " array['deal', '1234'])) order by created_at desc limit 51;");
        measure("count and sum by status", who, token, tenant, selects, i -> get("/opportunities/groups?by=status&sum=amount"),
                "select status_id, count(*), sum(amount_base)" + from + " group by 1;");
        measure("create a lead", who, token, tenant, selects,
                i -> HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(
                                "{\"lastName\":\"Bench " + i + "\",\"company\":\"Company " + i + "\"}"))
                        .uri(api("/leads")).header("Content-Type", "application/json"),
                null);
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder().GET().uri(api(path));
    }

    private URI api(String path) {
        return URI.create("http://localhost:" + port + "/api/tenants/acme" + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void measure(String name, String who, String token, String tenant, double selects,
            IntFunction<HttpRequest.Builder> request, String sql) throws Exception {
        load(token, request, 8);
        double[] alone = load(token, request, 1);
        double[] eight = load(token, request, 8);
        double direct = sql == null ? Double.NaN : pgbench(sql, tenant, 8);
        System.out.printf(Locale.ROOT, "%-34s %-6s %10.2f %10.0f %10.0f %7.0f%% %8.0f%n", name,
                who.replaceFirst(".*\\.", ""), alone[0], eight[1], direct, 100 * eight[1] / direct, selects / eight[1]);
    }

    /** Median in milliseconds and requests per second. */
    private double[] load(String token, IntFunction<HttpRequest.Builder> request, int connections) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(options.getOrDefault("seconds", "10")));
        long start = System.nanoTime();
        ExecutorService workers = Executors.newFixedThreadPool(connections);
        List<Future<List<Long>>> results = new ArrayList<>();
        for (int worker = 0; worker < connections; worker++) {
            int offset = worker * 1_000_000;
            results.add(workers.submit(() -> until(end, token, request, offset)));
        }
        List<Long> times = new ArrayList<>();
        for (Future<List<Long>> result : results) {
            times.addAll(result.get());
        }
        workers.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        times.sort(null);
        return new double[] {times.get(times.size() / 2) / 1e6, times.size() / seconds};
    }

    private List<Long> until(long end, String token, IntFunction<HttpRequest.Builder> request, int offset)
            throws Exception {
        List<Long> times = new ArrayList<>();
        for (int i = offset; System.nanoTime() < end; i++) {
            long before = System.nanoTime();
            HttpResponse<byte[]> response = http.send(
                    request.apply(i).header("Authorization", "Bearer " + token).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
            }
            times.add(System.nanoTime() - before);
        }
        return times;
    }

    private String token(String user) throws Exception {
        String form = "grant_type=password&client_id=pipewright-demo&username=" + user + "&password=demo-pipewright";
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + (port + 1)
                                + "/realms/pipewright/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonObject answer = Json.createReader(new StringReader(response.body())).readObject();
        return answer.getString("access_token");
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + (port + 2) + "/pipewright", "postgres",
                secrets.getProperty("database.superuser"));
    }

    private String anyId(String tenant) throws SQLException {
        return one("select id from sales.opportunity where tenant_id = '" + tenant + "' and name = 'Deal 1000'");
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Fills acme up to so many opportunities and makes the other tenants; answers acme's id. */
    private String seed(int rows) throws SQLException {
        String acme = one("select id from platform.tenant where slug = 'acme'");
        try (Connection connection = database(); Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pgcrypto");
            int present = Integer.parseInt(one("select count(*) from sales.opportunity where tenant_id = '" + acme + "'"));
            fill(statement, acme, acme, present, rows);
            for (int i = 0; i < OTHER_TENANTS; i++) {
                String other = String.format("0190ffff-0000-7000-8000-%012d", i);
                statement.execute("insert into platform.tenant (id, slug, name, status, country, time_zone, language,"
                        + " currency) select '" + other + "', 'bench-" + i + "', 'Bench " + i + "', 'ACTIVE', country,"
                        + " time_zone, language, currency from platform.tenant where id = '" + acme
                        + "' on conflict do nothing");
                statement.execute("insert into sales.opportunity_status (tenant_id, id, name, category, probability,"
                        + " position, system) select '" + other + "', id, name, category, probability, position, system"
                        + " from sales.opportunity_status where tenant_id = '" + acme + "' on conflict do nothing");
                fill(statement, acme, other, 0, ROWS_OF_OTHERS);
            }
            statement.execute("vacuum analyze");
        }
        return acme;
    }

    /** A rep owns one in a thousand of acme's rows. */
    private static void fill(Statement statement, String acme, String tenant, int from, int to) throws SQLException {
        String mine = tenant.equals(acme)
                ? "case when n % 1000 = 0 then (select id from core.member where tenant_id = '" + acme
                        + "' and name like 'Rita%') else (select id from core.member where tenant_id = '" + acme
                        + "' and name like 'Max%') end"
                : "null::uuid";
        statement.execute("insert into sales.opportunity (tenant_id, id, name, owner_id, amount_amount, amount_currency,"
                + " amount_base, status_id, probability, outcome, created_at) select '" + tenant + "', gen_random_uuid(),"
                + " 'Deal ' || n, " + mine + ", (n * 7919) % 100000, 'EUR', (n * 7919) % 100000, s.ids[1 + n % s.len], 20,"
                + " 'IN_PROGRESS', now() - n * interval '1 minute' from generate_series(" + (from + 1) + ", " + to + ") n,"
                + " (select array_agg(id) ids, count(*)::int len from sales.opportunity_status where tenant_id = '" + tenant
                + "' and category = 'OPEN') s where not exists (select 1 from sales.opportunity o where o.tenant_id = '" + tenant
                + "' and o.name = 'Deal ' || n)");
        statement.execute("insert into core.search_entry (tenant_id, subject, record_id, words) select tenant_id,"
                + " 'sales.opportunity', id, platform.fold(name) from sales.opportunity where tenant_id = '" + tenant
                + "' on conflict do nothing");
    }

    /** Transactions per second of the statement with the tenant set, as the application's role. */
    private double pgbench(String sql, String tenant, int connections) throws Exception {
        Path script = Files.createTempFile("bench", ".sql");
        Files.writeString(script, "begin;\nselect set_config('pipewright.tenant', '" + tenant + "', true);\n" + sql
                + "\nend;\n");
        ProcessBuilder builder = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c", "" + connections, "-j", "2",
                "-T", options.getOrDefault("seconds", "10"), "-f", script.toString(), "-h", "127.0.0.1", "-p",
                "" + (port + 2), "-U", "pipewright_app", "pipewright");
        builder.environment().put("PGPASSWORD", secrets.getProperty("database.application"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(output.split("\n"))
                .filter(line -> line.startsWith("tps"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9.]*([0-9.]+).*", "$1")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output));
    }
}
