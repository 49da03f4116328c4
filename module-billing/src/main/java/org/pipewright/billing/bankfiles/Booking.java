package org.pipewright.billing.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.invoices.OpenInvoices.Open;
import org.pipewright.billing.payments.PaymentMethod;
import org.pipewright.billing.payments.Payments;
import org.pipewright.billing.payments.Payments.Receipt;
import org.pipewright.billing.payments.Payments.Share;
import org.pipewright.platform.spi.records.Records;

/** Turns entries into payments. */
@ApplicationScoped
class Booking {

    private static final int LONGEST = 140;

    @Inject
    Payments payments;

    @Inject
    Records records;

    /** Books the entry on these invoices, one after the other as far as it goes; what is left stays the customer's. */
    void book(BankEntry entry, UUID customer, List<Open> invoices) {
        book(entry, customer, invoices, Optional.empty());
    }

    /** The same with a note on the payment. */
    void book(BankEntry entry, UUID customer, List<Open> invoices, Optional<String> note) {
        records.change(entry, changed -> assign(changed, customer, invoices, note));
    }

    /** The same while the entry is being changed. */
    void assign(BankEntry entry, UUID customer, List<Open> invoices) {
        assign(entry, customer, invoices, Optional.empty());
    }

    private void assign(BankEntry entry, UUID customer, List<Open> invoices, Optional<String> note) {
        List<Share> shares = new ArrayList<>();
        BigDecimal left = entry.amount().amount();
        for (Open invoice : invoices) {
            BigDecimal taken = left.min(invoice.open().amount());
            shares.add(new Share(invoice.id(), taken));
            left = left.subtract(taken);
        }
        entry.booked(
                payments.take(
                        receipt(entry, customer, note),
                        shares.stream()
                                .filter(share -> share.amount().signum() > 0)
                                .toList()),
                customer);
    }

    private static Receipt receipt(BankEntry entry, UUID customer, Optional<String> note) {
        String told = entry.text().or(entry::reference).orElse(null);
        return new Receipt(
                customer,
                entry.isOut(),
                entry.bookedOn(),
                entry.amount(),
                entry.isTold() ? PaymentMethod.PROVIDER : PaymentMethod.TRANSFER,
                told == null || told.length() <= LONGEST ? told : told.substring(0, LONGEST),
                entry.payer().orElse(null),
                note.orElse(null));
    }
}
