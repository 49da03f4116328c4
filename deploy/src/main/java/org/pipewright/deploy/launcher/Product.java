package org.pipewright.deploy.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pipewright.deploy.database.DatabaseAccess;
import org.pipewright.deploy.database.EmbeddedDatabase;
import org.pipewright.deploy.database.SchemaUpdate;
import org.pipewright.deploy.demo.DemoRecords;
import org.pipewright.deploy.keycloak.KeycloakServer;
import org.pipewright.deploy.mail.MailCatcher;
import org.pipewright.deploy.mail.MailPage;
import org.pipewright.deploy.modules.ModuleJar;
import org.pipewright.deploy.modules.ModuleVetting;
import org.pipewright.deploy.modules.RefusedModule;
import org.pipewright.deploy.modules.TextVetting;
import org.pipewright.deploy.payara.Node;
import org.pipewright.deploy.payara.PayaraServer;
import org.pipewright.deploy.payara.WebApplication;
import org.pipewright.deploy.processes.Leftovers;
import org.pipewright.deploy.processes.StartFailure;
import org.pipewright.deploy.settings.DataFolder;
import org.pipewright.deploy.settings.Folders;
import org.pipewright.deploy.settings.Keys;
import org.pipewright.deploy.settings.Settings;

/**
 * The running product. Started by {@link #start}, stopped by {@link #close}: application first, then Keycloak, then the
 * database; data stays.
 */
public final class Product implements AutoCloseable {

    private final Options options;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> toStop = new ArrayDeque<>();
    private final CompletableFuture<String> brokenDown = new CompletableFuture<>();
    private final List<RefusedModule> refused = new ArrayList<>();
    private final List<PayaraServer> servers = new ArrayList<>();

    private DataFolder data;
    private Leftovers leftovers;
    private Configuration configuration;
    private Optional<MailCatcher> mails = Optional.empty();
    private Optional<KeycloakServer> keycloak = Optional.empty();
    private WebApplication application;
    private SortedSet<String> languages;

    private Product(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Starts all parts and returns when the application takes requests. */
    public static Product start(Options options) {
        return start(options, line -> {});
    }

    /** Starts all parts, telling what it does. */
    static Product start(Options options, Consumer<String> progress) {
        Product product = new Product(options, progress);
        try {
            product.startParts();
            return product;
        } catch (RuntimeException e) {
            Thread.interrupted(); // an interrupted start still stops its parts in order
            product.close();
            throw e;
        }
    }

    /** Address of the application. */
    public URI url() {
        return URI.create(configuration.value(Keys.PUBLIC_URL));
    }

    /** Address of the issuer of tokens. */
    public URI issuer() {
        return URI.create(configuration.value(Keys.ISSUER_URL));
    }

    /** Where accounts are administered, if the product runs them itself. */
    public Optional<URI> accountsPage() {
        return keycloak.map(server -> server.url().resolve("/admin"));
    }

    /** Where the caught mails are shown, if mails are caught. */
    public Optional<URI> mailPage() {
        return mails.map(
                catcher -> URI.create("http://localhost:" + options.ports().mailPage()));
    }

    /** The caught mails, if mails are caught. */
    public Optional<MailCatcher> mails() {
        return mails;
    }

    /** How to reach the database. */
    public DatabaseAccess database() {
        return configuration.database();
    }

    /** The modules and texts that were refused at the last start of the application. */
    public List<RefusedModule> refused() {
        return List.copyOf(refused);
    }

    /** Folder that takes further module jars of this installation. */
    public Path droppedModules() {
        return data.folder("modules");
    }

    /** Folder that takes texts of further languages of this installation. */
    public Path droppedTexts() {
        return data.folder("texts");
    }

    /** The folder with everything the installation writes. */
    public DataFolder data() {
        return data;
    }

    /** Completes with an explanation when a part ends that should not. */
    public CompletableFuture<String> brokenDown() {
        return brokenDown;
    }

    /** Makes the records of the demo, unless there are any (see {@link DemoRecords}). */
    public void fillDemo() {
        progress.accept("Filling the demo");
        DemoRecords.fill(url(), issuer());
    }

    /** Reads the module folders again and starts the application anew; everything else keeps running. */
    public synchronized void restartApplication() {
        servers.forEach(PayaraServer::close);
        servers.clear();
        startApplication().awaitReadiness();
    }

    /** The process of the application server. */
    public synchronized ProcessHandle applicationServer() {
        return servers.get(0).handle();
    }

    @Override
    public synchronized void close() {
        servers.forEach(PayaraServer::close);
        servers.clear();
        while (!toStop.isEmpty()) {
            stop(toStop.pop());
        }
        if (leftovers != null) {
            leftovers.forget();
        }
        if (data != null) {
            data.close();
        }
    }

    private synchronized void startParts() {
        data = DataFolder.opened(options.data());
        leftovers = Leftovers.ended(data.root().resolve("processes.properties"));
        if (options.reset()) {
            data.empty();
        }
        configuration = new Configuration(options, Settings.ofProcess(data), data.secrets());
        requireFreePorts();
        if (configuration.catchesMail()) {
            startMail();
        }
        if (configuration.ownIssuer()) {
            startKeycloak();
        }
        if (configuration.ownDatabase()) {
            startDatabase();
        }
        PayaraServer server = startApplication();
        keycloak.ifPresent(this::awaitKeycloak);
        server.awaitReadiness();
    }

    private void requireFreePorts() {
        List<Integer> taken = options.ports().taken();
        if (!taken.isEmpty()) {
            throw new StartFailure("Somebody else listens on " + taken
                    + ". Choose other ports with --port N (N and the four after it are used).");
        }
    }

    private void startMail() {
        MailCatcher catcher = MailCatcher.started("127.0.0.1", options.ports().smtp());
        toStop.push(catcher);
        mails = Optional.of(catcher);
        toStop.push(MailPage.started(
                catcher, configuration.address(), options.ports().mailPage()));
    }

    /** Keycloak takes the longest, so it starts first; it stops after the application and before the database. */
    private void startKeycloak() {
        progress.accept("Starting Keycloak (the first start takes a minute)");
        KeycloakServer server = KeycloakServer.starting(
                options.distribution().resolve("keycloak"),
                data,
                options.ports().keycloak(),
                configuration.address(),
                configuration.keycloakMemory());
        toStop.push(server);
        leftovers.remember(server.handle());
        server.onUnexpectedEnd(brokenDown::complete);
        keycloak = Optional.of(server);
    }

    private void awaitKeycloak(KeycloakServer server) {
        server.awaitReadiness();
        server.provide(configuration.realm(), languages, options.demo());
    }

    private void startDatabase() {
        progress.accept("Starting PostgreSQL");
        EmbeddedDatabase database =
                EmbeddedDatabase.started(data, options.ports().database());
        toStop.addLast(database);
        database.handle().ifPresent(leftovers::remember);
    }

    private PayaraServer startApplication() {
        progress.accept("Updating the database");
        SchemaUpdate update = new SchemaUpdate(configuration.database());
        update.ofCore();
        application = assembled(update);
        progress.accept("Starting the application");
        return startServer(node("payara", options.ports().application()));
    }

    private WebApplication assembled(SchemaUpdate update) {
        ModuleVetting vetting = ModuleVetting.of(moduleFolders(), Version.ofThisBuild());
        refused.clear();
        refused.addAll(vetting.refused());
        List<ModuleJar> fit = new ArrayList<>();
        for (ModuleJar module : vetting.accepted()) {
            update.ofModule(module.id(), module.classes())
                    .ifPresentOrElse(reason -> refused.add(module.refused(reason)), () -> fit.add(module));
        }
        Path core = options.distribution().resolve("webapp");
        TextVetting texts = TextVetting.of(data.folder("texts"), jars(core, fit));
        languages = texts.languages();
        refused.addAll(texts.refused());
        refused.forEach(module -> progress.accept("Module " + module.file() + " is refused: " + module.reason()));
        WebApplication assembled =
                WebApplication.assembled(core, fit, texts.accepted(), refused, data.folder("work", "webapp"));
        vetting.accepted().forEach(ModuleJar::close);
        return assembled;
    }

    private static List<Path> jars(Path core, List<ModuleJar> modules) {
        return Stream.concat(
                        Folders.entries(core.resolve("WEB-INF/lib")).stream(),
                        modules.stream().map(ModuleJar::file))
                .toList();
    }

    private List<Path> moduleFolders() {
        List<Path> folders = new ArrayList<>();
        folders.add(options.distribution().resolve("modules"));
        folders.add(data.folder("modules"));
        options.modules().ifPresent(folders::add);
        return folders;
    }

    private PayaraServer startServer(Node node) {
        PayaraServer server = PayaraServer.starting(node, application, configuration.variables());
        leftovers.remember(server.handle());
        servers.add(server);
        server.onUnexpectedEnd(brokenDown::complete);
        return server;
    }

    private Node node(String name, int port) {
        return new Node(
                options.distribution().resolve("payara-micro.jar"),
                options.distribution().resolve("conf/logging.properties"),
                configuration.address(),
                port,
                configuration.memory(),
                configuration.javaOptions(),
                data.folder("work").resolve(name),
                data.log(name));
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new StartFailure("A part did not stop: " + e.getMessage(), e);
        }
    }
}
