package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** A delivery is of today unless told otherwise. */
@ApplicationScoped
class DeliveryRules implements RecordRules<Delivery> {

    @Inject
    CurrentTenant tenant;

    @Override
    public void prepare(Delivery delivery) {
        delivery.fillGaps(tenant.today());
    }

    @Override
    public void derive(Delivery delivery, Change change) {
        prepare(delivery);
    }
}
