package org.pipewright.deploy.product;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** A program that uses the API, with a token or without. */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final URI url;
    private final Supplier<String> token;

    Client(URI url, Supplier<String> token) {
        this.url = url;
        this.token = token;
    }

    /** Sends the call and returns whatever is answered. */
    public Answer send(Call call) {
        return answer(request(call));
    }

    /** The bytes of a file, which must be there. */
    public byte[] download(Call call) {
        HttpResponse<byte[]> response = sent(request(call), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(call.path()).isEqualTo(200);
        return response.body();
    }

    /** Sends the bytes of a file and returns whatever is answered. */
    public Answer upload(Call call, byte[] content) {
        return answer(
                request(call.header("Content-Type", "application/octet-stream"), BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest request(Call call) {
        return request(call, call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    }

    private HttpRequest request(Call call, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + call.path()))
                .timeout(Duration.ofSeconds(120))
                .method(call.method(), body);
        call.headers().forEach(request::header);
        String secret = token.get();
        if (!secret.isEmpty()) {
            request.header("Authorization", "Bearer " + secret);
        }
        return request.build();
    }

    /** Sends the call, which must succeed, and returns the answer. */
    public Answer done(Call call) {
        Answer answer = send(call);
        assertThat(answer.isSuccess())
                .as("%s %s%n%s%n→ %s", call.method(), call.path(), call.body().orElse(""), answer)
                .isTrue();
        return answer;
    }

    /** What is there, which must be JSON. */
    public JsonObject read(String path) {
        return done(Call.get(path)).json();
    }

    static Answer answer(HttpRequest request) {
        HttpResponse<String> response = sent(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private static <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
