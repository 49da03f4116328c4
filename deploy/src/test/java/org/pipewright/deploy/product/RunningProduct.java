package org.pipewright.deploy.product;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.pipewright.deploy.database.DatabaseAccess;
import org.pipewright.deploy.keycloak.DemoPerson;
import org.pipewright.deploy.launcher.Options;
import org.pipewright.deploy.launcher.Product;
import org.pipewright.deploy.settings.Folders;

/**
 * The one product all integration tests of a process share, with the demo's tenants. It is started when the first test
 * asks and stopped when the tests end. With the system properties {@code pipewright.running} (its address) and
 * {@code pipewright.running.data} (its data folder) a product that runs already is used instead.
 */
public final class RunningProduct {

    private static final Duration TOKEN_AGE = Duration.ofSeconds(120);
    /** Within a run of the tests half of the machine's time went into compiling once more what is hardly used again. */
    private static final String PATIENT_COMPILER = "-XX:Tier4InvocationThreshold=30000"
            + " -XX:Tier4MinInvocationThreshold=3600 -XX:Tier4CompileThreshold=90000 -XX:Tier4BackEdgeThreshold=240000";

    private static final String NAME_SERVER = "pipewright.platform.dns-server";

    private static final Supplier<RunningProduct> ONLY = once();

    private record Token(String text, Instant at) {

        boolean isFresh() {
            return at.plus(TOKEN_AGE).isAfter(Instant.now());
        }
    }

    private final URI url;
    private final URI issuer;
    private final URI mailPage;
    private final Path data;
    private final DatabaseAccess database;
    private final Properties secrets;
    private final SmallNameServer names;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private RunningProduct(
            URI url, URI issuer, URI mailPage, Path data, DatabaseAccess database, SmallNameServer names) {
        this.url = url;
        this.issuer = issuer;
        this.mailPage = mailPage;
        this.data = data;
        this.database = database;
        this.secrets = secrets(data);
        this.names = names;
    }

    /** The product, with the demo's tenants in place; every test that asks is told why there is none. */
    public static RunningProduct get() {
        return ONLY.get();
    }

    private static Supplier<RunningProduct> once() {
        try {
            RunningProduct product = found();
            return () -> product;
        } catch (RuntimeException e) {
            return () -> {
                throw new IllegalStateException("The product did not start: " + e.getMessage(), e);
            };
        }
    }

    public URI url() {
        return url;
    }

    public URI issuer() {
        return issuer;
    }

    /** The folder in which its parts write their logs. */
    public Path logs() {
        return data.resolve("logs");
    }

    public DatabaseAccess database() {
        return database;
    }

    /** One of the secrets that the product has made for itself. */
    public String secret(String name) {
        return secrets.getProperty(name);
    }

    /** Where the mail catcher takes mails. */
    public int smtpPort() {
        return mailPage.getPort() - 1;
    }

    /** The name server that the product asks. */
    public SmallNameServer names() {
        return names;
    }

    /** Somebody's program that talks to another node. */
    public Client on(URI node, String email) {
        return on(node, () -> token(email));
    }

    /** A program that talks to another node with tokens of its own. */
    public Client on(URI node, Supplier<String> token) {
        return new Client(node, token);
    }

    /** Somebody's program. */
    public Client as(DemoMember member) {
        return as(member.email());
    }

    /** The program of whoever has that address and the demo's password. */
    public Client as(String email) {
        return new Client(url, () -> token(email));
    }

    /** A program of nobody. */
    public Client asNobody() {
        return withToken("");
    }

    /** A program with a token of its own. */
    public Client withToken(String token) {
        return new Client(url, () -> token);
    }

    /** What was mailed to the address, newest first. */
    public JsonArray mailsTo(String address) {
        HttpRequest request = HttpRequest.newBuilder(mailPage.resolve("/messages.json?to=" + address))
                .build();
        try (JsonReader reader =
                Json.createReader(new StringReader(Client.answer(request).body()))) {
            return reader.readArray();
        }
    }

    /** A token of somebody who has the demo's password. */
    public String token(String email) {
        return tokens.compute(email, (key, known) -> known != null && known.isFresh() ? known : fetched(email))
                .text();
    }

    private Token fetched(String email) {
        return new Token(tokenOf("pipewright-demo", email), Instant.now());
    }

    /** A new token for another client of the issuer. */
    public String tokenOf(String client, String email) {
        String form = "grant_type=password&client_id=" + client + "&username=" + encoded(email) + "&password="
                + encoded(DemoPerson.PASSWORD);
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        Answer answer = Client.answer(request);
        if (!answer.isSuccess()) {
            throw new IllegalStateException("No token for " + email + ": " + answer);
        }
        return answer.json().getString("access_token");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RunningProduct found() {
        String running = System.getProperty("pipewright.running", "");
        RunningProduct product = running.isEmpty() ? started() : attached(URI.create(running));
        product.awaitDemo();
        return product;
    }

    private static RunningProduct started() {
        Path distribution = Path.of(System.getProperty("pipewright.distribution", "target/pipewright"))
                .toAbsolutePath();
        Path data = Path.of(System.getProperty("pipewright.integration.data", "target/integration-data"))
                .toAbsolutePath();
        Folders.remove(data);
        SmallNameServer names = new SmallNameServer(0);
        InstallationSettings.write(settings(names), data);
        Product product = Product.start(Options.forTest(distribution, data));
        Runtime.getRuntime().addShutdownHook(new Thread(product::close, "stop product"));
        RunningProduct running = new RunningProduct(
                product.url(), product.issuer(), product.mailPage().orElseThrow(), data, product.database(), names);
        running.commitBeforeTheDiskHas();
        return running;
    }

    private static Properties settings(SmallNameServer names) {
        Properties settings = new Properties();
        settings.setProperty("pipewright.launcher.java-options", "-XX:+UseParallelGC " + PATIENT_COMPILER);
        settings.setProperty("pipewright.platform.public-requests-per-minute", "100000");
        settings.setProperty("pipewright.platform.mailbox-seconds", "2");
        settings.setProperty(NAME_SERVER, names.address());
        return settings;
    }

    /** What is proven here outlives the death of processes, not of the machine: nobody has to wait for its disk. */
    private void commitBeforeTheDiskHas() {
        Console console = new Console(database.url(), "postgres", secret("database.superuser"), Optional.empty());
        console.execute("alter system set synchronous_commit = off");
        console.execute("select pg_reload_conf()");
    }

    private static RunningProduct attached(URI url) {
        Path data = Path.of(System.getProperty("pipewright.running.data"));
        Properties secrets = secrets(data);
        int port = url.getPort();
        return new RunningProduct(
                url,
                URI.create("http://localhost:" + (port + 1) + "/realms/pipewright"),
                URI.create("http://localhost:" + (port + 4)),
                data,
                new DatabaseAccess(
                        "jdbc:postgresql://127.0.0.1:" + (port + 2) + "/pipewright",
                        "pipewright_app",
                        secrets.getProperty("database.application"),
                        "pipewright_owner",
                        secrets.getProperty("database.owner")),
                new SmallNameServer(namePort(data)));
    }

    /** Where the product that runs already asks for names, if it was told. */
    private static int namePort(Path data) {
        String address = read(data.resolve("pipewright.properties")).getProperty(NAME_SERVER, ":0");
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static Properties secrets(Path data) {
        return read(data.resolve("secrets.properties"));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (!Files.exists(file)) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo's tenants are made after the start; the one made last is waited for. */
    private void awaitDemo() {
        Instant patience = Instant.now().plusSeconds(180);
        while (!isMemberSomewhere(DemoMember.GINA_ADMIN)) {
            if (Instant.now().isAfter(patience)) {
                throw new IllegalStateException("The demo's tenants are not there");
            }
            pause(500);
        }
    }

    private boolean isMemberSomewhere(DemoMember member) {
        try {
            Answer session = as(member).send(Call.get("/api/session"));
            return session.isSuccess()
                    && !session.json().getJsonArray("tenants").isEmpty();
        } catch (IllegalStateException noAccountYet) {
            return false;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks until it holds, for things the product does in a while; fails with the description otherwise. */
    public static void eventually(String description, java.util.function.BooleanSupplier condition) {
        Instant patience = Instant.now().plusSeconds(180);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(patience)) {
                throw new AssertionError("Not in time: " + description);
            }
            pause(200);
        }
    }

    /** Facts of a tenant of the demo as its administrator sees them. */
    public JsonObject manifest(DemoMember member, String tenant) {
        return as(member).read("/api/tenants/" + tenant + "/manifest");
    }
}
