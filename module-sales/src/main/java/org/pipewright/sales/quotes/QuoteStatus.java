package org.pipewright.sales.quotes;

import java.util.Set;

/** Where a quote stands (S-QUO-02). */
public enum QuoteStatus {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    SENT,
    ACCEPTED,
    REJECTED,
    EXPIRED,
    CANCELLED,
    SUPERSEDED;

    /** Whether it can go over to the other one. */
    boolean leadsTo(QuoteStatus next) {
        return switch (this) {
            case DRAFT -> Set.of(IN_REVIEW, SENT, CANCELLED).contains(next);
            case IN_REVIEW -> Set.of(APPROVED, DRAFT, CANCELLED).contains(next);
            case APPROVED -> Set.of(SENT, DRAFT, CANCELLED).contains(next);
            case SENT ->
                Set.of(ACCEPTED, REJECTED, EXPIRED, CANCELLED, SUPERSEDED).contains(next);
            case ACCEPTED -> next == SENT;
            case REJECTED -> next == SUPERSEDED;
            case EXPIRED -> Set.of(SENT, SUPERSEDED, CANCELLED).contains(next);
            case CANCELLED, SUPERSEDED -> false;
        };
    }

    /** Whether it can still lead to an acceptance. */
    boolean isOpen() {
        return Set.of(DRAFT, IN_REVIEW, APPROVED, SENT).contains(this);
    }

    /** Whether content may still be changed. */
    boolean isEditable() {
        return this == DRAFT;
    }
}
