package org.pipewright.platform.spi.documents;

import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;

/**
 * Knows what customers owe: a CDI bean of the module that has invoices. Without one nothing speaks against anything
 * (S-ORD-11). Called inside a transaction with the tenant bound.
 */
public interface CustomerCredit {

    /** What speaks against delivering so much more to the customer; empty if nothing does that the tenant cares for. */
    Optional<Objection> objection(UUID account, Money more);

    /**
     * Something that speaks against it.
     *
     * @param words in the language of the organisation
     * @param blocking whether it is to be refused and not only told
     */
    record Objection(String words, boolean blocking) {}
}
