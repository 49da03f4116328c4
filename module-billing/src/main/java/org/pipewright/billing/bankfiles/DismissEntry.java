package org.pipewright.billing.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.billing.bankfiles.DismissEntry.Because;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;

/** Takes an entry from the list: it is none of the customers' payments, or is booked already (S-PAY-07). */
@ApplicationScoped
class DismissEntry implements Verb<BankEntry, Because> {

    /**
     * Why.
     *
     * @param note in words
     */
    record Because(@Field(max = 200) String note) {}

    @Override
    public String name() {
        return "dismiss";
    }

    @Override
    public boolean offered(BankEntry entry) {
        return entry.isToReview();
    }

    @Override
    public void perform(BankEntry entry, Because because) {
        entry.dismissed(entry.reason().orElse(ReviewReason.UNKNOWN), because.note());
    }
}
