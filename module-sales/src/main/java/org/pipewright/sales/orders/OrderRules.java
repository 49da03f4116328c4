package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.documents.CustomerCredit;
import org.pipewright.platform.spi.documents.DocumentRules;
import org.pipewright.platform.spi.documents.InvoicePolicy;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.letters.LanguageOfCustomers;

/** Rules of orders. */
@ApplicationScoped
class OrderRules extends DocumentRules<Order, OrderLine> {

    /** Setting: when orders may be invoiced. */
    static final String INVOICE_ON = "sales.orders-invoiced-on";

    /** What colleagues arrange among themselves whatever has become of the order. */
    private static final Set<String> INTERNAL = Set.of("owner", "team", "note");

    /** What may be arranged after the order was confirmed. */
    private static final Set<String> ARRANGED = with(
            INTERNAL,
            "contact",
            "deliveryOn",
            "deliveryTerms",
            "billingAddress",
            "customerReference",
            "provisioning",
            "language",
            "paymentDays",
            "invoiceOn");

    /** What stays when it is changed: for another customer or in another currency it is another order (S-ORD-07). */
    private static final Set<String> FIXED = Set.of("account", "opportunity", "currency", "prices");

    @Inject
    CurrentTenant tenant;

    @Inject
    LanguageOfCustomers languages;

    @Inject
    CreditOfCustomers credit;

    @Inject
    TenantSettings settings;

    OrderRules() {
        super(OrderLine.class);
    }

    private static Set<String> with(Set<String> fields, String... more) {
        return Stream.concat(fields.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void prepare(Order order) {
        order.fillGaps(tenant.today());
        order.speak(() -> languages.of(order.contact()));
        order.invoicedOn(() -> InvoicePolicy.valueOf(settings.text(INVOICE_ON)));
        super.prepare(order);
    }

    @Override
    public void check(Order order, Change change, Violations violations) {
        super.check(order, change, violations);
        boolean locked = !change.created() && !order.isMovedNow() && !takes(order.status(), change.fields());
        if (locked && violations.errors().isEmpty()) {
            throw Refusal.of(SalesErrorCode.ORDER_CONFIRMED);
        }
    }

    private static boolean takes(OrderStatus status, Set<String> fields) {
        return switch (status) {
            case DRAFT -> true;
            case CHANGING -> Collections.disjoint(fields, FIXED);
            case SUPERSEDED -> INTERNAL.containsAll(fields);
            default -> ARRANGED.containsAll(fields);
        };
    }

    /** A draft tells from the first what speaks against confirming it; a confirmed order what spoke against it then. */
    @Override
    public void derive(Order order, Change change) {
        super.derive(order, change);
        if (order.status() == OrderStatus.DRAFT || change.touches("confirmedAt")) {
            order.warn(credit.objection(order).map(CustomerCredit.Objection::words));
        }
    }

    @Override
    public void requireDeletable(Order order) {
        if (order.status() != OrderStatus.DRAFT) {
            throw Refusal.of(SalesErrorCode.ORDER_CONFIRMED);
        }
    }
}
