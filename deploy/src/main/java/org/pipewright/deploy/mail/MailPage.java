package org.pipewright.deploy.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pipewright.deploy.processes.StartFailure;

/** A small page with the caught mails, and the same as JSON at {@code /messages.json} for tests. */
public final class MailPage implements AutoCloseable {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " frame-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads;
    private final MailCatcher mails;

    private MailPage(HttpServer server, ExecutorService threads, MailCatcher mails) {
        this.server = server;
        this.threads = threads;
        this.mails = mails;
    }

    /** Starts listening. */
    public static MailPage started(MailCatcher mails, String address, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            MailPage page = new MailPage(server, threads, mails);
            server.setExecutor(threads);
            server.createContext("/", page::answer);
            server.start();
            return page;
        } catch (IOException e) {
            throw new StartFailure("The mail page cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /" -> send(exchange, "text/html; charset=utf-8", MailHtml.page(mails.newestFirst()));
                case "GET /messages.json" -> send(exchange, "application/json", MailJson.list(wanted(exchange)));
                case "DELETE /messages.json" -> {
                    mails.clear();
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    /** The query {@code to=} narrows the list to the mails of one recipient. */
    private List<CaughtMail> wanted(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        if (query == null || !query.startsWith("to=")) {
            return mails.newestFirst();
        }
        String recipient = query.substring("to=".length());
        return mails.newestFirst().stream()
                .filter(mail -> mail.to().stream().anyMatch(to -> to.contains(recipient)))
                .toList();
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
