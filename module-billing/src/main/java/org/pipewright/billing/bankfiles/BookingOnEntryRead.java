package org.pipewright.billing.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.pipewright.platform.spi.events.EventConsumer;

/** Books an entry once it was read; told twice, it is booked once. */
@ApplicationScoped
class BookingOnEntryRead implements EventConsumer {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Matching matching;

    @Override
    public String name() {
        return "billing.bank-entry-booking";
    }

    @Override
    public String eventType() {
        return BankFiles.READ;
    }

    @Override
    public void accept(Event event) {
        BankEntry entry = entityManager.find(BankEntry.class, event.recordId(), LockModeType.PESSIMISTIC_WRITE);
        if (entry != null && entry.isNew()) {
            matching.book(entry);
        }
    }
}
