package org.pipewright.sales.orders;

import java.util.Set;

/** Where an order stands (S-ORD-02). */
public enum OrderStatus {
    DRAFT,
    CONFIRMED,
    IN_FULFILMENT,
    FULFILLED,
    /** Was confirmed, and is written anew until it is confirmed again (S-ORD-07). */
    CHANGING,
    CANCELLED,
    /** Is what an order was before it was changed. */
    SUPERSEDED;

    /** Whether it can go over to the other one. */
    boolean leadsTo(OrderStatus next) {
        return switch (this) {
            case DRAFT -> Set.of(CONFIRMED, CANCELLED).contains(next);
            case CONFIRMED ->
                Set.of(IN_FULFILMENT, FULFILLED, CHANGING, CANCELLED).contains(next);
            case IN_FULFILMENT ->
                Set.of(CONFIRMED, FULFILLED, CHANGING, CANCELLED).contains(next);
            case FULFILLED -> Set.of(IN_FULFILMENT, CONFIRMED, CHANGING).contains(next);
            case CHANGING -> next == CONFIRMED;
            case CANCELLED, SUPERSEDED -> false;
        };
    }

    /** Whether goods may go out. */
    boolean isDelivering() {
        return this == CONFIRMED || this == IN_FULFILMENT || this == FULFILLED;
    }
}
