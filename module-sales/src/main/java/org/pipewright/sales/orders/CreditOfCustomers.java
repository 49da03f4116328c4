package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.CustomerCredit;
import org.pipewright.platform.spi.documents.CustomerCredit.Objection;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.sales.SalesErrorCode;

/** Asks whoever has invoices whether the customer of an order is good for it (S-ORD-11). */
@ApplicationScoped
class CreditOfCustomers {

    @Inject
    @Any
    Instance<CustomerCredit> credits;

    /** What speaks against the order; nothing where nobody has invoices. */
    Optional<Objection> objection(Order order) {
        Optional<UUID> account = order.account();
        return account.isEmpty() || order.payable() == null
                ? Optional.empty()
                : credits.stream()
                        .flatMap(credit -> credit.objection(account.get(), order.payable()).stream())
                        .findFirst();
    }

    /** Refuses an order that the tenant does not want for what speaks against it. */
    void requireGood(Order order) {
        objection(order).filter(Objection::blocking).ifPresent(found -> {
            throw Refusal.of(SalesErrorCode.CUSTOMER_CREDIT, found.words());
        });
    }
}
