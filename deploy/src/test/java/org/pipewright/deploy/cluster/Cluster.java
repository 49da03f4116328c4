package org.pipewright.deploy.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.pipewright.deploy.launcher.Product;

/** Two installations of the product on one database of their own, started at the same moment. */
final class Cluster implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of("pipewright.platform.outbox-attempts", "3");

    private final LentDatabase database = new LentDatabase("pipewright_cluster");
    private final Guest guestA;
    private final Guest guestB;
    private final Product a;
    private final Product b;

    private Cluster(Path work) {
        guestA = new Guest(work.resolve("a"), database, SETTINGS);
        guestB = new Guest(work.resolve("b"), database, SETTINGS);
        CompletableFuture<Product> first = CompletableFuture.supplyAsync(guestA::start);
        CompletableFuture<Product> second = CompletableFuture.supplyAsync(guestB::start);
        CompletableFuture.allOf(first, second).exceptionally(failure -> null).join();
        if (first.isCompletedExceptionally() || second.isCompletedExceptionally()) {
            first.thenAccept(Product::close);
            second.thenAccept(Product::close);
        }
        a = first.join();
        b = second.join();
    }

    static Cluster started(Path work) {
        return new Cluster(work);
    }

    URI a() {
        return guestA.address();
    }

    URI b() {
        return guestB.address();
    }

    LentDatabase database() {
        return database;
    }

    /** Whether the process is the application server of the first node. */
    boolean isA(long process) {
        return a.applicationServer().pid() == process;
    }

    /** Puts the jar beside the modules of both nodes and starts their applications anew at the same moment. */
    void restartedWith(Path jar) {
        List.of(a, b).forEach(node -> copied(jar, node.droppedModules()));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(a::restartApplication),
                        CompletableFuture.runAsync(b::restartApplication))
                .join();
    }

    private static void copied(Path jar, Path folder) {
        try {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        a.close();
        b.close();
        database.close();
    }
}
