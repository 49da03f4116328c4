import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures the running product beside its own SQL: the statements one request really runs are read from the database's
 * log and replayed by pgbench, in the same minute, several times over. Machines and their other work differ: what
 * carries over is the share of PostgreSQL's own rate, and "sel", how many primary-key selects one request costs.
 */
public final class Bench {

    private static final int OTHER_TENANTS = 50;
    private static final int ROWS_OF_OTHERS = 400;
    private static final int IMPORTED = 10_000;
    /** An import writes so many rows in one transaction. */
    private static final int IMPORTED_AT_ONCE = 250;
    private static final int CONNECTIONS = 8;
    private static final String DEALS = "sales.opportunity";
    private static final String LEADS = "sales.lead";
    /** Ids the product makes begin with the time, in milliseconds. */
    private static final Pattern ID = Pattern.compile("\\b(([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f])[0-9a-f]{3}-[0-9a-f]{12}\\b");
    private static final List<String> CALLERS = List.of("anna.admin", "rita.rep");

    /** An operation; what the peers' requests cost in sel, as measured in the same unit. */
    private record Operation(String name, String peers, String table, IntFunction<Call> call) {

        boolean writes() {
            return call.apply(1).method().equals("POST");
        }
    }

    private record Load(double median, double rate) {}

    private record Figures(double median, double rate, double direct) {

        double share() {
            return rate / direct;
        }
    }

    private final Map<String, String> options;
    private final Product product;
    private final Map<String, Map<Integer, Figures>> taken = new LinkedHashMap<>();

    private Bench(Map<String, String> options) throws IOException {
        this.options = options;
        this.product = new Product(options);
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        new Bench(options).run();
    }

    private void run() throws Exception {
        for (String rows : options.getOrDefault("rows", "20000,200000").split(",")) {
            measure(Integer.parseInt(rows));
        }
        tellGrowth();
        System.out.printf(Locale.ROOT, "%nimport of %,d leads (check and run): %.0f rows/s, pgbench x1 (writing alone) %.0f rows/s;"
                + " peers 215 to 855%n", IMPORTED, imported(), importedDirectly());
        System.out.printf(Locale.ROOT, "application server ready after %s ms (its log), memory %s%n", startUp(), memory());
        System.out.println("machine: " + Runtime.getRuntime().availableProcessors() + " processors, load "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private void measure(int rows) throws Exception {
        String tenant = seed(rows);
        String id = product.one("select id from sales.opportunity where tenant_id = '" + tenant + "' and name = 'Deal 1000'");
        double selects = pgbench(List.of("select 1 from sales.opportunity where tenant_id = '" + tenant + "' and id = '"
                + id + "'"), tenant, CONNECTIONS);
        System.out.printf(Locale.ROOT, "%n%,d opportunities, %d other tenants; %.0f primary-key selects/s%n", rows,
                OTHER_TENANTS, selects);
        System.out.printf("%-30s %-6s %10s %8s %11s %6s %6s   %s%n", "operation", "as", "p50 ms x1", "rps x8",
                "pgbench x8", "share", "sel", "peers' sel");
        for (String who : CALLERS) {
            for (Operation operation : operations(id)) {
                measure(operation, who, tenant, rows, selects);
            }
        }
    }

    private static List<Operation> operations(String id) {
        return List.of(
                list(50, "260 to 950"),
                // a rep has fewer than 50 where there are 20,000: only pages of one size tell what more rows cost
                list(10, ""),
                new Operation("read one", "95 to 260", DEALS, i -> Call.get("/opportunities/" + id)),
                new Operation("search by name", "120 to 970", DEALS,
                        i -> Call.get("/opportunities?q=deal%20" + (1000 + i % 900) + "&limit=50")),
                new Operation("count and sum by stage", "420 to 2,700", DEALS,
                        i -> Call.get("/opportunities/groups?by=stage&sum=amount")),
                new Operation("create a lead", "320 to 660", LEADS, i -> new Call("POST", "/leads",
                        "{\"lastName\":\"Bench " + i + "\",\"company\":\"Company " + i + "\"}")));
    }

    private static Operation list(int limit, String peers) {
        return new Operation("list " + limit + " by amount, filtered", peers, DEALS, i -> Call.get("/opportunities?filter="
                + Product.encoded("outcome==IN_PROGRESS;amount>1000") + "&sort=-amount&limit=" + limit));
    }

    private void measure(Operation operation, String who, String tenant, int rows, double selects) throws Exception {
        load(who, operation, CONNECTIONS);
        List<String> statements = statements(operation, who);
        List<Figures> rounds = new ArrayList<>();
        for (int i = 0; i < number("rounds", 3); i++) {
            Load alone = load(who, operation, 1);
            Load eight = load(who, operation, CONNECTIONS);
            double direct = pgbench(statements, tenant, CONNECTIONS);
            rounds.add(new Figures(alone.median(), eight.rate(), direct));
        }
        Figures figures = new Figures(
                Product.median(rounds.stream().mapToDouble(Figures::median)),
                Product.median(rounds.stream().mapToDouble(Figures::rate)),
                Product.median(rounds.stream().mapToDouble(Figures::direct)));
        taken.computeIfAbsent(operation.name() + " as " + who, key -> new LinkedHashMap<>()).put(rows, figures);
        System.out.printf(Locale.ROOT, "%-30s %-6s %10.2f %8.0f %11.0f %5.0f%% %6.0f   %s%n", operation.name(),
                who.replaceFirst(".*\\.", ""), figures.median(), figures.rate(), figures.direct(), 100 * figures.share(),
                selects / figures.rate(), operation.peers());
    }

    private void tellGrowth() {
        System.out.println("\nmost rows against fewest, by median at one connection");
        taken.forEach((name, byRows) -> {
            List<Figures> figures = List.copyOf(byRows.values());
            System.out.printf(Locale.ROOT, "%-46s x%.2f%n", name,
                    figures.get(figures.size() - 1).median() / figures.get(0).median());
        });
    }

    private int number(String option, int absent) {
        return Integer.parseInt(options.getOrDefault(option, "" + absent));
    }

    private Load load(String who, Operation operation, int connections) throws Exception {
        String token = product.token(who);
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(number("seconds", 5));
        ExecutorService workers = Executors.newFixedThreadPool(connections);
        List<Future<List<Long>>> results = new ArrayList<>();
        for (int worker = 0; worker < connections; worker++) {
            int offset = worker * 1_000_000;
            results.add(workers.submit(() -> until(end, token, operation, offset)));
        }
        List<Long> times = new ArrayList<>();
        for (Future<List<Long>> result : results) {
            times.addAll(result.get());
        }
        workers.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        times.sort(null);
        return new Load(times.get(times.size() / 2) / 1e6, times.size() / seconds);
    }

    private List<Long> until(long end, String token, Operation operation, int offset) throws IOException {
        List<Long> times = new ArrayList<>();
        for (int i = offset; System.nanoTime() < end; i++) {
            long before = System.nanoTime();
            product.send(token, operation.call().apply(i), "application/json");
            times.add(System.nanoTime() - before);
        }
        return times;
    }

    /**
     * The statements of one warm request, as the database logged them, with their parameters put in: those that read the
     * table, or all that write in the transaction that writes to it.
     */
    private List<String> statements(Operation operation, String who) throws Exception {
        Call call = operation.call().apply(1);
        Instant asked = Instant.now();
        Collection<List<String>> logged = logged(() -> product.send(product.token(who), call, "application/json"));
        if (operation.writes()) {
            return written(logged, operation.table(), asked);
        }
        List<String> ours = logged.stream()
                .filter(statements -> statements.stream().anyMatch(one -> one.contains("from " + operation.table())))
                .flatMap(List::stream)
                .filter(one -> one.contains(operation.table()) && !isWriting(one))
                .toList();
        if (ours.isEmpty()) {
            throw new IllegalStateException("The database logged no statement of " + call);
        }
        return ours;
    }

    /** All that writes in the transactions that write to the table; what they made is made anew each time. */
    private static List<String> written(Collection<List<String>> logged, String table, Instant since) {
        Map<String, String> ids = new HashMap<>();
        return logged.stream()
                .filter(statements -> statements.stream()
                        .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains("insert into " + table)))
                .flatMap(List::stream)
                .filter(Bench::isWriting)
                .map(one -> ID.matcher(one).replaceAll(id -> ids.computeIfAbsent(id.group(), known -> {
                    boolean before = Long.parseLong(id.group(2) + id.group(3), 16) < since.toEpochMilli();
                    return before ? known : String.format("%s%03x-:turn", id.group(1), ids.size());
                })))
                .toList();
    }

    @FunctionalInterface
    private interface Deed {
        void perform() throws Exception;
    }

    /** The statements that run meanwhile, by connection, with their parameters put in. */
    private Collection<List<String>> logged(Deed deed) throws Exception {
        Path log = product.data().resolve("logs/postgres.log");
        long before = Files.size(log);
        logStatements("'all'");
        try {
            deed.perform();
        } finally {
            logStatements("default");
        }
        byte[] all = Files.readAllBytes(log);
        String news = new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8);
        Map<String, List<String>> connections = new LinkedHashMap<>();
        Matcher line = Pattern.compile("\\[(\\d+)\\] (?:LOG:  execute [^:]*: (.*+(?:\\n\\t.*+)*+)|DETAIL:  Parameters: (.*+))").matcher(news);
        while (line.find()) {
            List<String> statements = connections.computeIfAbsent(line.group(1), connection -> new ArrayList<>());
            if (line.group(2) != null) {
                statements.add(line.group(2));
            } else {
                statements.set(statements.size() - 1, filled(statements.get(statements.size() - 1), line.group(3)));
            }
        }
        return connections.values();
    }

    private static boolean isWriting(String statement) {
        return statement.toLowerCase(Locale.ROOT).matches("(?s)(insert|update|delete) .*");
    }

    private void logStatements(String value) throws Exception {
        try (Connection connection = product.database(); Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = " + value);
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(700);
    }

    private static String filled(String statement, String parameters) {
        Map<String, String> values = new HashMap<>();
        Matcher parameter = Pattern.compile("(\\$\\d+) = (NULL|'[^']*+(?:''[^']*+)*+')").matcher(parameters);
        while (parameter.find()) {
            values.put(parameter.group(1), parameter.group(2));
        }
        return Pattern.compile("\\$\\d+")
                .matcher(statement)
                .replaceAll(number -> Matcher.quoteReplacement(values.getOrDefault(number.group(), number.group())));
    }

    /**
     * Transactions per second of the statements with the tenant set, as the application's role. Those that write are not
     * prepared: only then can something else stand within a text each time.
     */
    private double pgbench(List<String> statements, String tenant, int connections) throws Exception {
        String mode = statements.stream().anyMatch(Bench::isWriting) ? "simple" : "prepared";
        Path script = Files.createTempFile("bench", ".sql");
        Files.writeString(script, "\\set turn random(100000000000, 999999999999)\nbegin;\nselect set_config('pipewright.tenant', '" + tenant + "', true);\n"
                + String.join(";\n", statements) + ";\nend;\n");
        ProcessBuilder builder = new ProcessBuilder("pgbench", "-n", "-M", mode, "-c", "" + connections, "-j", "" + Math.min(2, connections),
                "-T", "" + number("seconds", 5), "-f", script.toString(), "-h", "127.0.0.1", "-p", "" + product.databasePort(), "-U",
                "pipewright_app", "pipewright");
        builder.environment().put("PGPASSWORD", product.secret("database.application"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(script);
        return Arrays.stream(output.split("\n"))
                .filter(line -> line.startsWith("tps"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9.]*([0-9.]+).*", "$1")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output));
    }

    /** Rows per second from the file's arrival to the last lead, with the check of every row before. */
    private double imported() throws Exception {
        long start = System.nanoTime();
        String imported = begun(IMPORTED);
        step(imported, "validate");
        step(imported, "run");
        return IMPORTED / ((System.nanoTime() - start) / 1e9);
    }

    /** Rows per second that one connection writes with the statements of one page of such an import. */
    private double importedDirectly() throws Exception {
        String tenant = product.one("select id from platform.tenant where slug = 'acme'");
        String imported = begun(IMPORTED_AT_ONCE);
        step(imported, "validate");
        Instant asked = Instant.now();
        Collection<List<String>> logged = logged(() -> step(imported, "run"));
        return IMPORTED_AT_ONCE * pgbench(written(logged, LEADS, asked), tenant, 1);
    }

    private String begun(int rows) throws Exception {
        String run = Long.toString(System.nanoTime(), 36);
        String file = IntStream.range(0, rows)
                .mapToObj(i -> "Imported " + i + ",Company " + i + ",i" + i + "." + run + "@bench.example")
                .collect(Collectors.joining("\n", "Last name,Company,Email\n", "\n"));
        String mapping = "{\"mode\":\"create\",\"fields\":[{\"field\":\"lastName\",\"column\":\"Last name\"},"
                + "{\"field\":\"company\",\"column\":\"Company\"},{\"field\":\"emails\",\"column\":\"Email\"}]}";
        String token = product.token(CALLERS.get(0));
        String id = Product.json(product.send(token, new Call("POST", "/imports?recordType=sales.lead", file), "text/csv")).getString("id");
        product.send(token, new Call("PUT", "/imports/" + id + "/mapping", mapping), "application/json");
        return id;
    }

    private void step(String imported, String step) throws Exception {
        String token = product.token(CALLERS.get(0));
        product.send(token, new Call("POST", "/imports/" + imported + "/" + step, "{}"), "application/json");
        while (isBusy(Product.json(product.send(token, Call.get("/imports/" + imported), null)))) {
            Thread.sleep(100);
        }
    }

    private static boolean isBusy(JsonObject imported) {
        return imported.containsKey("work") && !imported.isNull("work");
    }

    private String startUp() throws IOException {
        Matcher ready = Pattern.compile("ready in ([0-9,]+) \\(ms\\)")
                .matcher(Files.readString(product.data().resolve("logs/payara.log")));
        return ready.find() ? ready.group(1) : "?";
    }

    private String memory() {
        String ours = product.data().toAbsolutePath().normalize() + "/work";
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().filter(line -> line.contains(ours) && line.contains("payara-micro")).isPresent())
                .map(process -> resident(process.pid()))
                .findFirst()
                .orElse("?");
    }

    private static String resident(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }

    /** Fills acme up to so many opportunities and makes the other tenants; answers acme's id. */
    private String seed(int rows) throws SQLException {
        String acme = product.one("select id from platform.tenant where slug = 'acme'");
        try (Connection connection = product.database(); Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pgcrypto");
            int present = Integer.parseInt(product.one("select count(*) from sales.opportunity where tenant_id = '" + acme + "'"));
            fill(statement, acme, acme, present, rows);
            for (int i = 0; i < OTHER_TENANTS; i++) {
                String other = String.format("0190ffff-0000-7000-8000-%012d", i);
                statement.execute("insert into platform.tenant (id, slug, name, status, country, time_zone, language,"
                        + " currency) select '" + other + "', 'bench-" + i + "', 'Bench " + i + "', 'ACTIVE', country,"
                        + " time_zone, language, currency from platform.tenant where id = '" + acme
                        + "' on conflict do nothing");
                // else the product would set its modules up in each of them, meanwhile and again and again
                statement.execute("insert into platform.module_set_up (tenant_id, module) select '" + other
                        + "', module from platform.module_set_up where tenant_id = '" + acme + "' on conflict do nothing");
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
    static void fill(Statement statement, String acme, String tenant, int from, int to) throws SQLException {
        String mine = tenant.equals(acme)
                ? "case when n % 1000 = 0 then (select id from core.member where tenant_id = '" + acme
                        + "' and name like 'Rita%') else (select id from core.member where tenant_id = '" + acme
                        + "' and name like 'Max%') end"
                : "null::uuid";
        statement.execute("insert into sales.opportunity (tenant_id, id, name, owner_id, amount_amount, amount_currency,"
                + " amount_base, status_id, kind_id, stage_id, probability, outcome, created_at) select '" + tenant
                + "', gen_random_uuid(), 'Deal ' || n, " + mine + ", (n * 7919) % 100000, 'EUR', (n * 7919) % 100000,"
                + " s.ids[1 + n % s.len], k.kind_id, k.stages[1 + n % k.len], 20, 'IN_PROGRESS',"
                + " now() - n * interval '1 minute' from generate_series(" + (from + 1) + ", " + to + ") n"
                + " cross join (select array_agg(id) ids, count(*)::int len from sales.opportunity_status where tenant_id = '"
                + tenant + "' and category = 'OPEN') s left join (select kind_id, array_agg(stage_id) stages,"
                + " count(*)::int len from sales.kind_stage where tenant_id = '" + tenant + "' and deleted_at is null"
                + " group by kind_id order by kind_id limit 1) k on true where not exists (select 1 from sales.opportunity o"
                + " where o.tenant_id = '" + tenant + "' and o.name = 'Deal ' || n)");
        statement.execute("insert into core.search_entry (tenant_id, subject, record_id, words) select tenant_id,"
                + " 'sales.opportunity', id, platform.fold(name) from sales.opportunity where tenant_id = '" + tenant
                + "' on conflict do nothing");
    }
}
