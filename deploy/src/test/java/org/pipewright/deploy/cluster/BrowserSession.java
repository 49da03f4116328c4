package org.pipewright.deploy.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Logs in as a browser does, by the code flow, and keeps the cookies; also the accounts' secure ones, which browsers send
 * to this machine without encryption too. The issuer sends people back to the public address, behind which any node may
 * answer: here the node that the log-in began on.
 */
final class BrowserSession {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();
    private final URI node;
    private final URI publicAddress;

    private BrowserSession(URI node, URI publicAddress) {
        this.node = node;
        this.publicAddress = publicAddress;
    }

    static BrowserSession loggedIn(URI node, URI publicAddress, String email, String password) {
        BrowserSession session = new BrowserSession(node, publicAddress);
        HttpResponse<String> name = session.followed(session.get(node.resolve("/login?returnTo=/")));
        HttpResponse<String> secret = session.followed(session.submit(name, Map.of("username", email)));
        session.followed(session.submit(secret, Map.of("username", email, "password", password)));
        return session;
    }

    /** Somebody whom the identity provider knows already, so that it asks nothing. */
    static BrowserSession recognised(URI node, URI publicAddress) {
        BrowserSession session = new BrowserSession(node, publicAddress);
        session.followed(session.get(node.resolve("/login?returnTo=/")));
        return session;
    }

    /** Asks any node with the cookies of the log-in. */
    HttpResponse<String> ask(URI address) {
        return send(
                HttpRequest.newBuilder(address).header("Cookie", cookies(node)).build());
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException(page.statusCode() + " " + page.uri() + ": no form in " + page.body());
        }
        URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return keep(send(HttpRequest.newBuilder(action)
                .header("Cookie", cookies(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    private HttpResponse<String> followed(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        while (last.statusCode() / 100 == 3) {
            last = get(behind(
                    last.uri().resolve(last.headers().firstValue("Location").orElseThrow())));
        }
        return last;
    }

    private URI behind(URI address) {
        return address.getPort() == publicAddress.getPort()
                ? URI.create(address.toString().replace(":" + address.getPort(), ":" + node.getPort()))
                : address;
    }

    private HttpResponse<String> get(URI address) {
        return keep(send(HttpRequest.newBuilder(address)
                .header("Cookie", cookies(address))
                .build()));
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        Map<String, String> kept = cookies.computeIfAbsent(answer.uri().getAuthority(), key -> new TreeMap<>());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            kept.put(pair[0], pair[1]);
        });
        return answer;
    }

    private String cookies(URI address) {
        return cookies.getOrDefault(address.getAuthority(), Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
