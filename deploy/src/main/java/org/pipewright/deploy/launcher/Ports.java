package org.pipewright.deploy.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.pipewright.deploy.processes.StartFailure;

/**
 * The ports of one installation: the application's and the four after it.
 *
 * @param first the application's port
 */
public record Ports(int first) {

    private static final int COUNT = 5;

    public Ports {
        if (first < 1 || first > 65535 - COUNT) {
            throw new StartFailure("The port " + first + " is not between 1 and " + (65535 - COUNT) + ".");
        }
    }

    /** Five ports in a row that nobody uses now. */
    public static Ports free() {
        for (int attempt = 0; attempt < 100; attempt++) {
            Ports ports = new Ports(ThreadLocalRandom.current().nextInt(20_000, 32_000));
            if (ports.taken().isEmpty()) {
                return ports;
            }
        }
        throw new StartFailure("No five free ports were found.");
    }

    public int application() {
        return first;
    }

    public int keycloak() {
        return first + 1;
    }

    public int database() {
        return first + 2;
    }

    public int smtp() {
        return first + 3;
    }

    public int mailPage() {
        return first + 4;
    }

    /** Which of the ports somebody else listens on. */
    List<Integer> taken() {
        return IntStream.range(first, first + COUNT)
                .filter(port -> !isFree(port))
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
