package org.pipewright.deploy.payara;

/** What is set in the server before it listens. */
final class ServerCommands {

    private static final String NETWORK = "set configs.config.server-config.network-config.";
    private static final String HTTP = NETWORK + "protocols.protocol.http-listener.http.";
    private static final String LISTENER = NETWORK + "network-listeners.network-listener.http-listener.";
    private static final String POOL = "set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.";

    /** As it comes it has no thread it keeps, and so one at most: a long job would hold up all mail and events. */
    private static final String WORKERS = "set resources.managed-scheduled-executor-service."
            + "concurrent/__defaultManagedScheduledExecutorService.core-pool-size=6";

    private ServerCommands() {}

    static String text(String address) {
        return String.join(
                "\n",
                LISTENER + "address=" + address,
                HTTP + "compression=on",
                HTTP + "compressable-mime-type=text/html,text/css,text/csv,text/javascript,application/javascript,"
                        + "application/json,application/problem+json,image/svg+xml",
                HTTP + "xpowered-by=false",
                HTTP + "server-header=false",
                HTTP + "max-connections=-1",
                POOL + "max-thread-pool-size=32",
                WORKERS,
                "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
                "set-openapi-configuration --enabled=false --endpoint=server-openapi",
                "");
    }
}
