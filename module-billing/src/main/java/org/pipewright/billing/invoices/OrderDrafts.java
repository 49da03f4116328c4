package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.documents.BillableOrder;
import org.pipewright.platform.spi.documents.BillableOrders;
import org.pipewright.platform.spi.documents.InvoicePolicy;
import org.pipewright.platform.spi.documents.InvoiceShare;
import org.pipewright.platform.spi.documents.InvoiceShare.Part;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Makes drafts of invoices of orders by themselves, where the tenant has it so; told twice, it makes one (S-INV-02). */
@ApplicationScoped
class OrderDrafts {

    @Inject
    @Any
    Instance<BillableOrders> orders;

    @Inject
    InvoicesOfOrders invoices;

    @Inject
    OrderTallies tallies;

    @Inject
    CurrentTenant tenant;

    @Inject
    TenantSettings choices;

    boolean areWanted() {
        return tenant.hasFeature(BillingModule.FEATURE) && choices.flag(BillingModule.ORDER_DRAFTS);
    }

    /** Of what may be invoiced of the order now, if that is when its lines are invoiced. */
    void make(UUID order, InvoicePolicy when) {
        orders.stream()
                .flatMap(found -> found.locked(order).stream())
                .filter(billable -> billable.terms().policy() == when)
                .filter(this::isAwaited)
                .forEach(billable -> invoices.make(billable, share(when), true));
    }

    /** Nothing was invoiced of what is invoiced at once; of what goes out, not all that has gone. */
    private boolean isAwaited(BillableOrder order) {
        OrderTally before = tallies.all(order.document().id());
        return order.terms().policy() == InvoicePolicy.ORDER
                ? before.isEmpty()
                : !new OrderWorth(order).isCovered(before)
                        && !OrderPortion.ofLines(order, Part.DELIVERED, before).isNothing();
    }

    private static InvoiceShare share(InvoicePolicy when) {
        return new InvoiceShare(when == InvoicePolicy.ORDER ? Part.REST : Part.DELIVERED, null, null, null);
    }
}
