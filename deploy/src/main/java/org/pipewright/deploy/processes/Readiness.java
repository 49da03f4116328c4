package org.pipewright.deploy.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Waits until a server answers as it should. */
public final class Readiness {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Readiness() {}

    /** Waits until the address answers with 200; the check fails when there is no point in waiting any longer. */
    public static void await(Runnable check, URI address, Duration patience, Supplier<String> explanation) {
        Instant end = Instant.now().plus(patience);
        while (status(address) != 200) {
            check.run();
            if (Instant.now().isAfter(end)) {
                throw new StartFailure(
                        address + " is not ready after " + patience.toSeconds() + " s.\n" + explanation.get());
            }
            pause();
        }
    }

    /** The status the address answers with, 0 while nobody answers. */
    public static int status(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }
}
