package org.pipewright.platform.spi.records;

import java.util.UUID;

/**
 * Gives records of any type that have owners to members, for modules that need not know the type; with the rules and the
 * history of any other write, whatever the caller may do. Provided by the core as a CDI bean; used inside a transaction with
 * the tenant bound.
 */
public interface Owners {

    /**
     * Whether a record still waits for somebody to decide whose it is: it is open, and nobody's or still its maker's. It
     * is locked until the transaction ends, so that nobody takes it meanwhile.
     */
    boolean isLeft(String recordType, UUID record);

    /**
     * Gives the record to the member, and to the member's main team; as the tenant itself.
     *
     * @param deed what was done, as the history tells: key of a text of the module
     * @return whether its rules allowed that
     */
    boolean give(String recordType, UUID record, UUID member, String deed);

    /**
     * The same for an open record that still belongs to somebody, as the caller.
     *
     * @return whether it did, and its rules allowed that
     */
    boolean handOn(String recordType, UUID record, UUID from, UUID to, String deed);
}
