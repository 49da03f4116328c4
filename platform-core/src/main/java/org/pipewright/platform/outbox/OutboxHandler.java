package org.pipewright.platform.outbox;

/**
 * Delivers one kind of rows, as a CDI bean. Called after the row was committed, at least once, in a transaction of its
 * own with the tenant bound and the tenant itself as caller; an exception undoes it and leads to another try later.
 */
public interface OutboxHandler {

    /** Kind of rows it takes, such as {@code event} or {@code mail}. */
    String kind();

    /** Whether the consumer is here; rows of one that is not wait until its module is back. */
    default boolean knows(String consumer) {
        return true;
    }

    void deliver(OutboxRow row);
}
