package org.pipewright.deploy.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pipewright.deploy.keycloak.DemoPerson;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** As much of a browser as it takes to log in: it keeps cookies, follows redirects and fills forms. */
final class Browser {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI product = RunningProduct.get().url();
    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, List<String>> attributes = new TreeMap<>();

    /** A page with the address it came from. */
    record Page(URI address, HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        private URI action() {
            Matcher form = ACTION.matcher(body());
            if (!form.find()) {
                throw new AssertionError("No form at " + address + ": " + body());
            }
            return address.resolve(form.group(1).replace("&amp;", "&"));
        }
    }

    /** A browser in which somebody of the demo has logged in. */
    static Browser loggedIn(String email) {
        Browser browser = new Browser();
        browser.logIn(email, "/");
        return browser;
    }

    /** Logs in by the pages of the identity provider; the page on which that ends. */
    Page logIn(String email, String returnTo) {
        Page name = follow(get("/login?returnTo=" + encoded(returnTo)));
        Page password = follow(submit(name, Map.of("username", email)));
        return follow(submit(password, Map.of("username", email, "password", DemoPerson.PASSWORD)));
    }

    /** Logs out at the identity provider only. */
    void logOutAtProvider() {
        Page sure = follow(request(
                HttpRequest.newBuilder(URI.create(RunningProduct.get().issuer() + "/protocol/openid-connect/logout"))));
        Matcher code =
                Pattern.compile("name=\"session_code\" value=\"([^\"]+)\"").matcher(sure.body());
        Map<String, String> form = code.find() ? Map.of("session_code", code.group(1)) : Map.of();
        follow(submit(sure, form));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** What the server said of the cookie when it was set last with a value. */
    List<String> attributes(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    void keep(String name, String value) {
        cookies.put(name, value);
    }

    Page get(String path) {
        return request(HttpRequest.newBuilder(product.resolve(path)));
    }

    /** Sends a call with the cookies and headers given, as a script of some page would. */
    Page send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.resolve(call.path()))
                .method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        call.headers().forEach(request::header);
        return request(request);
    }

    private Page submit(Page page, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(HttpRequest.newBuilder(page.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private Page follow(Page first) {
        Page page = first;
        for (int i = 0; i < 10 && page.status() / 100 == 3; i++) {
            page = request(HttpRequest.newBuilder(page.address().resolve(page.header("Location"))));
        }
        return page;
    }

    private Page request(HttpRequest.Builder builder) {
        builder.header(
                "Cookie",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::take);
            return new Page(request.uri(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void take(String cookie) {
        String[] parts = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(parts[0], parts[1]);
        attributes.put(
                parts[0],
                Arrays.stream(cookie.split(";")).skip(1).map(String::strip).toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
