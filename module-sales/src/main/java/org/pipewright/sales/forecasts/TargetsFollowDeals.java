package org.pipewright.sales.forecasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.TenantChore;
import org.pipewright.sales.opportunities.Opportunity;

/** Targets know at once what a deal changes, and by the hour what rates of currencies do. */
@ApplicationScoped
class TargetsFollowDeals implements RecordReaction<Opportunity>, TenantChore {

    @Inject
    Targets targets;

    @Inject
    CurrentTenant tenant;

    @Override
    public void written(List<Written<Opportunity>> writes) {
        Counting.of(writes).ifPresent(targets::reckon);
    }

    @Override
    public void binned(Opportunity deal) {
        Counting.of(deal).ifPresent(targets::reckon);
    }

    @Override
    public void restored(Opportunity deal) {
        binned(deal);
    }

    @Override
    public void perform() {
        targets.reckon(tenant.today());
    }
}
