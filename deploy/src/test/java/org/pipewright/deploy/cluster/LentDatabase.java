package org.pipewright.deploy.cluster;

import java.util.List;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.RunningProduct;

/** An empty database of the running product's server, for installations beside it. */
final class LentDatabase implements AutoCloseable {

    private final String name;

    LentDatabase(String name) {
        this.name = name;
        serve(
                "drop database if exists " + name + " with (force)",
                "create database " + name + " owner pipewright_owner encoding 'UTF8'",
                "revoke all on database " + name + " from public",
                "grant connect, temporary on database " + name + " to pipewright_app");
    }

    String url() {
        return url(name);
    }

    private static String url(String database) {
        return RunningProduct.get().database().url().replaceFirst("/[^/]*$", "/" + database);
    }

    /** The database past all policies. */
    Console console() {
        return Console.unlimited(url());
    }

    /** Lets nobody connect any more, and ends all connections. */
    void shut() {
        serve(
                "alter database " + name + " allow_connections false",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    void open() {
        serve("alter database " + name + " allow_connections true");
    }

    private static void serve(String... commands) {
        List.of(commands).forEach(Console.unlimited(url("postgres"))::execute);
    }

    @Override
    public void close() {
        serve("drop database if exists " + name + " with (force)");
    }
}
