package org.pipewright.deploy.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A site of somebody else: a page at an address of its own, of another origin than the product. */
final class ForeignSite implements AutoCloseable {

    private final HttpServer server;
    private volatile String markup = "";

    private ForeignSite(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    static ForeignSite open() {
        try {
            return new ForeignSite(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Puts the markup into its page; the address of the page. */
    String show(String given) {
        markup = given;
        return origin() + "/contact";
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean page = exchange.getRequestURI().getPath().equals("/contact");
        byte[] body = ("<!doctype html><html lang=\"en\"><title>Fair</title><h1>Come and see us</h1>" + markup
                        + "</html>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.sendResponseHeaders(page ? 200 : 204, page ? body.length : -1);
        if (page) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
