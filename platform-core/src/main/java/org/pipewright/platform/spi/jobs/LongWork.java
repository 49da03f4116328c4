package org.pipewright.platform.spi.jobs;

/**
 * Does one kind of long work, as a CDI bean. Called on one node, outside any transaction, with the tenant bound and
 * acting as whoever started it; opens its own transactions. An exception makes it a failed job. When its node dies it is
 * begun again, from {@link Progress#done}.
 */
public interface LongWork {

    /** Kind of work, dotted, module first; also the key of its text. */
    String kind();

    void run(Progress progress);
}
