import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;

/** The product that is measured: its REST as people of the demo tenant acme, and its database. */
final class Product {

    private static final int TOKEN_AGE = 120;

    private final Path data;
    private final int port;
    private final Properties secrets = new Properties();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant at) {}

    Product(Map<String, String> options) throws IOException {
        data = Path.of(options.get("data"));
        port = Integer.parseInt(options.getOrDefault("port", "8080"));
        try (InputStream in = Files.newInputStream(data.resolve("secrets.properties"))) {
            secrets.load(in);
        }
    }

    Path data() {
        return data;
    }

    int databasePort() {
        return port + 2;
    }

    String secret(String name) {
        return secrets.getProperty(name);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    JsonObject asked(String token, Call call) throws IOException {
        return json(send(token, call, "application/json"));
    }

    String send(String token, Call call, String type) throws IOException {
        HttpURLConnection request =
                (HttpURLConnection) URI.create("http://localhost:" + port + "/api/tenants/acme" + call.path())
                        .toURL()
                        .openConnection();
        request.setRequestMethod(call.method());
        request.setRequestProperty("Authorization", "Bearer " + token);
        if (call.body() != null) {
            request.setDoOutput(true);
            request.setRequestProperty("Content-Type", type);
            request.getOutputStream().write(call.body().getBytes(StandardCharsets.UTF_8));
        }
        boolean good = request.getResponseCode() / 100 == 2;
        try (InputStream answer = good ? request.getInputStream() : request.getErrorStream()) {
            String text = answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            if (!good) {
                throw new IllegalStateException(call + ": " + request.getResponseCode() + " " + text);
            }
            return text;
        }
    }

    /** A token of somebody, the same for a while: passwords are slow to check, on purpose. */
    String token(String who) throws IOException {
        Token known = tokens.get(who);
        if (known == null || known.at().plusSeconds(TOKEN_AGE).isBefore(Instant.now())) {
            known = new Token(fetched(who), Instant.now());
            tokens.put(who, known);
        }
        return known.text();
    }

    private String fetched(String who) throws IOException {
        HttpURLConnection request = (HttpURLConnection) URI.create(
                        "http://localhost:" + (port + 1) + "/realms/pipewright/protocol/openid-connect/token")
                .toURL()
                .openConnection();
        request.setDoOutput(true);
        request.getOutputStream().write(("grant_type=password&client_id=pipewright-demo&username=" + who
                        + "@acme.example&password=demo-pipewright").getBytes(StandardCharsets.UTF_8));
        try (InputStream answer = request.getInputStream()) {
            return json(new String(answer.readAllBytes(), StandardCharsets.UTF_8)).getString("access_token");
        }
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort() + "/pipewright", "postgres",
                secret("database.superuser"));
    }

    String one(String sql) throws SQLException {
        try (Connection connection = database(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** That of which so many of a hundred are not above; of nanoseconds in milliseconds. */
    static double percentile(List<Long> nanoseconds, int percent) {
        long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
