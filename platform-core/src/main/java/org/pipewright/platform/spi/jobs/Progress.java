package org.pipewright.platform.spi.jobs;

import jakarta.json.JsonObject;

/** Long work while it runs. */
public interface Progress {

    /** What the work was started with. */
    JsonObject payload();

    /** How far it had come when its node died; else zero. */
    int done();

    /** Tells how far it has come. Ends the run if another node has taken it over meanwhile. */
    void progress(int soFar);

    /** Tells how much there is to do. */
    void total(int total);

    /** Keeps what the work yields, to be seen with its job. */
    void result(JsonObject result);

    /** Ends the run if somebody cancelled it or the tenant was closed; call it between transactions. */
    void stopIfCancelled();

    /**
     * Rests as long as was worked since the run began or rested last, a second at most, so that people who wait for the
     * same processors and the same database come first; call it between transactions.
     */
    default void giveWay() {}

    /** Whether work of the same kind was started later and still waits, which will see all that this run would. */
    boolean isSuperseded();
}
