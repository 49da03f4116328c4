package org.pipewright.platform.spi.customers;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.platform.spi.money.Money;

/** Questions about accounts, contacts and business customers, and what modules know of their worth. */
public interface Customers {

    /** Whether the contact belongs to the account, or belongs to none yet (S-CON-02). */
    boolean isContactOf(UUID contact, UUID account);

    /** The account of a business customer, if there is such a customer. */
    Optional<UUID> accountOf(UUID customer);

    /** Whether the account is marked as a competitor and not as a customer as well: nothing is sold to it (S-ACC-08). */
    default boolean isOnlyCompetitor(UUID account) {
        return false;
    }

    /** How much the account may owe, if that is limited (S-ORD-11). */
    default Optional<Money> creditLimit(UUID account) {
        return Optional.empty();
    }

    /**
     * Tells what the won deals of accounts add up to in the tenant's currency (S-ACC-05). The accounts are locked before
     * they are counted, so that two deals won at once are both in the sum. Their versions do not change: nobody edited
     * them.
     *
     * @param accounts whose deals changed
     * @param count adds up the won deals of these accounts; one that is left out has none
     */
    void recountWonValue(Set<UUID> accounts, Function<Set<UUID>, Map<UUID, BigDecimal>> count);

    /** Tells in the same way what was paid on the paid invoices of accounts. */
    default void recountPaidValue(Set<UUID> accounts, Function<Set<UUID>, Map<UUID, BigDecimal>> count) {}
}
