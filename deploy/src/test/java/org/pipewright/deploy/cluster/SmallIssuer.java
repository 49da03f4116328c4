package org.pipewright.deploy.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.deploy.product.RunningProduct;

/** An identity provider for one person, as small as it can be, that goes away and comes back. */
final class SmallIssuer implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int SIGN_BYTE = 0;

    private final String email;
    private final String subject;
    private final int port = freePort();
    private HttpServer server;
    private KeyPair key = newKey();
    private String keyId = UUID.randomUUID().toString();

    /** For somebody whom the running product's own accounts know: the name of the account is the same. */
    SmallIssuer(String email) {
        this.email = email;
        this.subject = claim(RunningProduct.get().token(email), "sub");
    }

    private static String claim(String token, String name) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        try (JsonReader reader = Json.createReader(new StringReader(payload))) {
            return reader.readObject().getString(name);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    void comeBack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, metadata()));
            server.createContext("/keys", exchange -> answer(exchange, keys()));
            server.createContext("/authorize", this::authorize);
            server.createContext("/token", this::redeem);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void goAway() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Override
    public void close() {
        goAway();
    }

    /** Signs with another key from now on. */
    void changeKey() {
        key = newKey();
        keyId = UUID.randomUUID().toString();
    }

    /** A new access token of the person. */
    String token() {
        return signed(claims().add("aud", "pipewright").add("azp", "pipewright-demo"));
    }

    private JsonObjectBuilder claims() {
        return Json.createObjectBuilder()
                .add("iss", url())
                .add("sub", subject)
                .add("email", email)
                .add("email_verified", true)
                .add("iat", Instant.now().getEpochSecond())
                .add("exp", Instant.now().plusSeconds(300).getEpochSecond())
                .add("jti", UUID.randomUUID().toString());
    }

    private JsonObject metadata() {
        return Json.createObjectBuilder()
                .add("issuer", url())
                .add("authorization_endpoint", url() + "/authorize")
                .add("token_endpoint", url() + "/token")
                .add("jwks_uri", url() + "/keys")
                .add("response_types_supported", Json.createArrayBuilder().add("code"))
                .add("subject_types_supported", Json.createArrayBuilder().add("public"))
                .add(
                        "id_token_signing_alg_values_supported",
                        Json.createArrayBuilder().add("RS256"))
                .build();
    }

    private JsonObject keys() {
        RSAPublicKey known = (RSAPublicKey) key.getPublic();
        JsonObjectBuilder described = Json.createObjectBuilder()
                .add("kty", "RSA")
                .add("use", "sig")
                .add("alg", "RS256")
                .add("kid", keyId)
                .add("n", number(known.getModulus().toByteArray()))
                .add("e", number(known.getPublicExponent().toByteArray()));
        return Json.createObjectBuilder()
                .add("keys", Json.createArrayBuilder().add(described))
                .build();
    }

    private static String number(byte[] bytes) {
        boolean signed = bytes.length > 1 && bytes[SIGN_BYTE] == 0;
        return BASE64.encodeToString(signed ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /** Asks nothing and sends the browser back; the code is what the application will want to see in the token. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        String back = asked.get("redirect_uri") + "?code=" + asked.get("nonce") + "&state=" + asked.get("state");
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void redeem(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String idToken = signed(
                claims().add("aud", "pipewright-web").add("nonce", form(body).get("code")));
        answer(
                exchange,
                Json.createObjectBuilder()
                        .add("access_token", token())
                        .add("token_type", "Bearer")
                        .add("expires_in", 300)
                        .add("id_token", idToken)
                        .build());
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, JsonObject json) throws IOException {
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String signed(JsonObjectBuilder claims) {
        JsonObjectBuilder head =
                Json.createObjectBuilder().add("alg", "RS256").add("typ", "JWT").add("kid", keyId);
        String text = part(head) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(JsonObjectBuilder json) {
        return BASE64.encodeToString(json.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
