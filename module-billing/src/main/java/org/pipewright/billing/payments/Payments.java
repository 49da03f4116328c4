package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;

/** Makes payments that programs learn of. */
@ApplicationScoped
public class Payments {

    @Inject
    Records records;

    @Inject
    Parts parts;

    /**
     * Money that came or went.
     *
     * @param account the customer
     * @param refund whether it went
     * @param reference by which both sides know it, or null
     * @param payer who paid, or null
     * @param note what is to be said of it, or null
     */
    public record Receipt(
            UUID account,
            boolean refund,
            LocalDate day,
            Money amount,
            PaymentMethod method,
            String reference,
            String payer,
            String note) {}

    /** What an invoice takes of it, or of a refund a credit note. */
    public record Share(UUID invoice, BigDecimal amount) {}

    /** Makes the payment and gives it to the invoices; what they do not take stays the customer's. Returns its id. */
    public UUID take(Receipt receipt, List<Share> shares) {
        Payment payment = records.create(new Payment(receipt));
        parts.add(IntStream.range(0, shares.size())
                .mapToObj(i -> new Allocation(
                        payment.id(),
                        i + 1,
                        shares.get(i).invoice(),
                        shares.get(i).amount()))
                .toList());
        return payment.id();
    }
}
