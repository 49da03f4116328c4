package org.pipewright.platform.jobs;

import java.time.Duration;

/**
 * Work of the platform that comes round again and again, as a CDI bean. Called on one node at a time, outside any
 * transaction, with no tenant bound. An exception is logged; the next round comes all the same.
 */
public interface Chore {

    /** Stable name. */
    String name();

    /** Time between the end of a round and the next. */
    Duration every();

    void run();
}
