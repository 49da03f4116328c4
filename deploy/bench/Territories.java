import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Measures what looking at every record costs, and whom it disturbs (S-TERR-19): so many deals of a thousand accounts are
 * put into a tree of so many territories by a plan, and looked at once more, while a colleague asks for lists and makes
 * a lead now and then. What the colleague waits alone, before and after, stands beside what it is during the job.
 */
public final class Territories {

    private static final String MANAGER = "anna.admin";
    private static final String COLLEAGUE = "rita.rep";
    private static final String LIST = "/opportunities?filter="
            + Product.encoded("outcome==IN_PROGRESS;amount>1000") + "&sort=-amount&limit=50";
    private static final int COUNTRIES = 20;
    private static final int ACCOUNTS = 1_000;
    private static final int HIGHEST_AMOUNT = 100_000;
    private static final int PAUSE = 40;
    private static final int LISTS_PER_LEAD = 5;
    private static final int ARRIVALS = 40;

    private final Map<String, String> options;
    private final Product product;

    /** What the colleague waited for lists and for leads that were made. */
    private record Waits(List<Long> lists, List<Long> leads) {

        Waits and(Waits others) {
            Waits both = new Waits(new ArrayList<>(lists), new ArrayList<>(leads));
            both.lists.addAll(others.lists);
            both.leads.addAll(others.leads);
            return both;
        }
    }

    private Territories(Map<String, String> options) throws IOException {
        this.options = options;
        this.product = new Product(options);
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        new Territories(options).run();
    }

    private int number(String option, int absent) {
        return Integer.parseInt(options.getOrDefault(option, "" + absent));
    }

    private void run() throws Exception {
        seed(number("records", 100_000));
        manage(new Call("PUT", "/features/territories.territories", "{\"enabled\": true}"));
        wait(() -> jobs().isEmpty());
        String plan = plan(number("territories", 200));
        during(number("seconds", 15), () -> false);
        System.out.printf("%-20s %8s %8s %6s | %9s %7s %6s | %9s %7s %6s | %8s %7s%n", "job", "records", "moved", "s",
                "p50 alone", "during", "ratio", "p95 alone", "during", "ratio", "p95 lead", "during");
        long start = System.nanoTime();
        manage(Call.get("/territory-plan-trees/" + plan + "/comparison"));
        System.out.printf(Locale.ROOT, "preview of the plan: %.1f s%n", seconds(start));
        measure("a plan moves all", () -> manage(new Call("POST", "/territory-plans/" + plan + "/activate", "{}")));
        measure("a look moves none", () -> manage(new Call("POST", "/territory-runs", "{}")));
        start = System.nanoTime();
        manage(Call.get("/territory-surveys/now"));
        System.out.printf(Locale.ROOT, "gaps and overlaps: %.1f s%n", seconds(start));
        tellArrivals();
    }

    /** How long it takes until a deal that has just been made is in its territory; five seconds are allowed (S-TERR-03). */
    private void tellArrivals() throws Exception {
        List<Long> waits = new ArrayList<>();
        String account = product.one("select id from core.account where name = 'Bench account 1'");
        for (int deal = 0; deal < ARRIVALS; deal++) {
            String id = manage(new Call("POST", "/opportunities", "{\"name\": \"Arriving " + deal + "\", \"account\": \""
                    + account + "\", \"amount\": {\"amount\": \"" + 2_000 * (deal + 1) + "\", \"currency\": \"EUR\"}}"))
                    .getString("id");
            long made = System.nanoTime();
            while (manage(Call.get("/opportunities/" + id)).get("territory") == null) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            waits.add(System.nanoTime() - made);
        }
        System.out.printf(Locale.ROOT, "%d new deals were in their territory after %.0f ms (p95 %.0f ms)%n", ARRIVALS,
                Product.percentile(waits, 50), Product.percentile(waits, 95));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private JsonObject manage(Call call) {
        try {
            return product.asked(product.token(MANAGER), call);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs that are not over yet. */
    private List<JsonObject> jobs() {
        return runs().stream()
                .filter(job -> List.of("WAITING", "RUNNING").contains(job.getString("state")))
                .toList();
    }

    private List<JsonObject> runs() {
        return manage(Call.get("/jobs")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(job -> job.getString("kind").equals("territories.run"))
                .toList();
    }

    /** Runs that a later one has overtaken have looked at nothing. */
    private JsonObject last() {
        return runs().stream().filter(job -> job.getInt("done") > 0).findFirst().orElseThrow();
    }

    private static void wait(BooleanSupplier until) throws InterruptedException {
        while (!until.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private void measure(String name, Runnable start) throws Exception {
        int seconds = number("seconds", 15);
        Waits before = during(seconds, () -> false);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService colleague = Executors.newSingleThreadExecutor();
        int runs = runs().size();
        start.run();
        wait(() -> runs().size() > runs && jobs().stream().noneMatch(job -> job.getString("state").equals("WAITING")));
        Future<Waits> asking = colleague.submit(() -> during(Integer.MAX_VALUE, over::get));
        wait(() -> jobs().isEmpty());
        over.set(true);
        Waits meanwhile = asking.get();
        colleague.shutdown();
        Waits alone = before.and(during(seconds, () -> false));
        tell(name, last(), alone, meanwhile);
    }

    private static void tell(String name, JsonObject job, Waits alone, Waits meanwhile) {
        double took = Duration.between(
                                Instant.parse(job.getString("startedAt")), Instant.parse(job.getString("finishedAt")))
                        .toMillis()
                / 1e3;
        System.out.printf(Locale.ROOT, "%-20s %8d %8d %6.1f | %s | %s | %8.1f %7.1f   (%d and %d lists)%n", name,
                job.getInt("done"), job.getJsonObject("result").getInt("moved"), took, compared(alone, meanwhile, 50),
                compared(alone, meanwhile, 95), Product.percentile(alone.leads(), 95),
                Product.percentile(meanwhile.leads(), 95), alone.lists().size(), meanwhile.lists().size());
    }

    private static String compared(Waits alone, Waits meanwhile, int percent) {
        double before = Product.percentile(alone.lists(), percent);
        double during = Product.percentile(meanwhile.lists(), percent);
        return String.format(Locale.ROOT, "%9.1f %7.1f %6.2f", before, during, during / before);
    }

    /** A colleague at work, for so long or until something is over. */
    private Waits during(int seconds, BooleanSupplier over) throws Exception {
        String token = product.token(COLLEAGUE);
        Waits waits = new Waits(new ArrayList<>(), new ArrayList<>());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && !over.getAsBoolean()) {
            waits.lists().add(waited(token, Call.get(LIST)));
            if (waits.lists().size() % LISTS_PER_LEAD == 0) {
                waits.leads().add(waited(token, lead()));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
        return waits;
    }

    private static Call lead() {
        return new Call("POST", "/leads", "{\"lastName\": \"Bench\", \"company\": \"Company " + System.nanoTime() + "\"}");
    }

    private long waited(String token, Call call) throws IOException {
        long before = System.nanoTime();
        product.send(token, call, "application/json");
        return System.nanoTime() - before;
    }

    /** Deals of accounts in several countries; a tree is drawn anew if there is one already. */
    private void seed(int records) throws SQLException {
        String acme = product.one("select id from platform.tenant where slug = 'acme'");
        try (Connection connection = product.database(); Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pgcrypto");
            Bench.fill(statement, acme, acme, 0, records);
            statement.execute("insert into core.account (tenant_id, id, name, country) select '" + acme
                    + "', gen_random_uuid(), 'Bench account ' || n, 'Country ' || n % " + COUNTRIES
                    + " from generate_series(1, " + ACCOUNTS + ") n where not exists (select 1 from core.account"
                    + " where tenant_id = '" + acme + "' and name = 'Bench account ' || n)");
            statement.execute("with a as (select id, row_number() over (order by id) - 1 as place from core.account"
                    + " where tenant_id = '" + acme + "' and name like 'Bench account %') update sales.opportunity o"
                    + " set account_id = a.id from a where o.tenant_id = '" + acme + "' and o.account_id is null"
                    + " and o.name like 'Deal %' and a.place = substring(o.name from 6)::int % " + ACCOUNTS);
            statement.execute("vacuum analyze sales.opportunity, core.account, core.search_entry");
        }
    }

    /**
     * Of a country each, and below them of a range of amounts each that only takes in what is of the country. Drawn a
     * second time all are of the next country, so that nearly everything moves again.
     */
    private String plan(int territories) {
        String plan = manage(new Call("POST", "/territory-plans", "{\"name\": \"Bench " + System.currentTimeMillis() + "\"}"))
                .getString("id");
        JsonObject tree = manage(Call.get("/territory-plan-trees/" + plan));
        Map<String, String> known = new HashMap<>();
        JsonArrayBuilder drawn = Json.createArrayBuilder();
        int turn = 0;
        for (JsonObject territory : tree.getJsonArray("territories").getValuesAs(JsonObject.class)) {
            if (territory.getString("name").startsWith("Bench ")) {
                known.put(territory.getString("name"), territory.getString("id"));
                turn = turn(territory, turn);
            } else {
                drawn.add(territory);
            }
        }
        for (int country = 0; country < COUNTRIES; country++) {
            addCountry(drawn, known, country, turn, territories / COUNTRIES - 1);
        }
        manage(new Call("PUT", "/territory-plan-trees/" + plan,
                Json.createObjectBuilder().add("edition", tree.getInt("edition")).add("territories", drawn).build().toString()));
        return plan;
    }

    /** Of which country the first one is to be, after the one it is of. */
    private static int turn(JsonObject territory, int turn) {
        return territory.getString("name").equals("Bench 0")
                ? 1 + Integer.parseInt(territory.getJsonArray("rules").getJsonObject(0).getString("criteria")
                        .replaceAll("\\D", ""))
                : turn;
    }

    private static void addCountry(JsonArrayBuilder drawn, Map<String, String> known, int country, int turn, int ranges) {
        String top = "Bench " + country;
        drawn.add(territory(known, top, "account.country=='Country " + (country + turn) % COUNTRIES + "'").build());
        for (int range = 0; range < ranges; range++) {
            drawn.add(territory(known, top + "." + range, "amount>=" + HIGHEST_AMOUNT / ranges * range + ";amount<"
                            + HIGHEST_AMOUNT / ranges * (range + 1))
                    .add("parent", known.get(top))
                    .add("inherits", true));
        }
    }

    private static JsonObjectBuilder territory(Map<String, String> known, String name, String criteria) {
        return Json.createObjectBuilder()
                .add("id", known.computeIfAbsent(name, key -> UUID.randomUUID().toString()))
                .add("name", name)
                .add("priority", 0)
                .add("active", true)
                .add("inherits", false)
                .add("members", JsonValue.EMPTY_JSON_ARRAY)
                .add("rules", Json.createArrayBuilder().add(Json.createObjectBuilder()
                        .add("recordType", "sales.opportunity")
                        .add("criteria", criteria)));
    }
}
