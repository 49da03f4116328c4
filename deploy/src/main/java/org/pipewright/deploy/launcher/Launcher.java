package org.pipewright.deploy.launcher;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pipewright.deploy.processes.StartFailure;
import sun.misc.Signal;

/**
 * The command line: starts the product, tells how to reach it, starts the application anew on SIGHUP, and stops all on
 * Ctrl-C or SIGTERM.
 */
public final class Launcher {

    /** Loggers are held weakly, so the one that was made quiet is kept here. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Options options;
    private final Thread starting = Thread.currentThread();
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private volatile Product product;

    private Launcher(Options options) {
        this.options = options;
    }

    /** Runs until the product is stopped. */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.SEVERE);
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            new Launcher(Options.of(List.of(arguments))).run();
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        long begin = System.nanoTime();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            product = Product.start(options, line -> System.out.println("  " + line));
            fillDemo();
        } finally {
            startEnded.countDown();
        }
        System.out.print(Welcome.text(product, options, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)));
        Signal.handle(new Signal("HUP"), signal -> new Thread(this::restartApplication, "restart").start());
        throw new StartFailure(product.brokenDown().join());
    }

    /** Without the demo's records the product is still of use. */
    private void fillDemo() {
        if (options.demo()) {
            try {
                product.fillDemo();
            } catch (StartFailure e) {
                System.err.println(e.getMessage());
            }
        }
    }

    private void restartApplication() {
        try {
            product.restartApplication();
            System.out.println("The application was started anew.");
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
        }
    }

    /** A start that is under way is interrupted and stops its parts itself. */
    private void stop() {
        try {
            if (product == null) {
                starting.interrupt();
                startEnded.await(60, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (product != null) {
            System.out.println("Stopping …");
            product.close();
            System.out.println("Stopped. The data is kept in " + options.data());
        }
    }
}
