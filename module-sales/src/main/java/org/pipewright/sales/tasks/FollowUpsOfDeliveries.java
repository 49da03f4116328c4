package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.opportunities.Opportunity;

/** What is to follow some days after the customer got what was ordered (S-ACT-15), for whoever delivers. */
@ApplicationScoped
public class FollowUpsOfDeliveries {

    @Inject
    DealTasks tasks;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    /** Makes the tasks: on that day the last of an order of the deal was delivered. */
    public void begin(UUID deal, LocalDate day) {
        deal(deal).ifPresent(delivered -> tasks.followUp(TaskRule.Occasion.DELIVERED, delivered, day));
    }

    /** Calls them off: something of the order is still to be delivered after all. */
    public void drop(UUID deal) {
        deal(deal).ifPresent(undelivered -> tasks.dropFollowUps(TaskRule.Occasion.DELIVERED, undelivered));
    }

    private Optional<Opportunity> deal(UUID id) {
        return tenant.hasFeature("core.activities") && tenant.hasFeature(Opportunity.FEATURE)
                ? records.withId(Opportunity.class, id)
                : Optional.empty();
    }
}
