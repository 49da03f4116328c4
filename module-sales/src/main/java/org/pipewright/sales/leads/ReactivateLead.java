package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.leads.LeadStatus.Category;

/**
 * Gives somebody who was dropped another chance: a new lead with the same contact data, linked both ways. The old one
 * keeps its status, reason and dates (S-LEAD-15, C2).
 */
@ApplicationScoped
class ReactivateLead implements Verb<Lead, Nothing> {

    static final String NAME = "reactivate";

    @Inject
    LeadStatuses statuses;

    @Inject
    Records records;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offered(Lead lead) {
        return lead.status()
                .flatMap(statuses::withId)
                .filter(status -> status.category() == Category.DISQUALIFIED)
                .isPresent();
    }

    @Override
    public void perform(Lead lead, Nothing nothing) {
        lead.reactivatedAs().filter(this::isOpen).ifPresent(successor -> {
            throw new Refusal(SalesErrorCode.LEAD_REACTIVATED, Map.of("lead", successor), List.of());
        });
        Lead successor = records.create(lead.successor());
        lead.continueAs(successor);
    }

    private boolean isOpen(UUID id) {
        return records.withId(Lead.class, id).filter(statuses::isOpen).isPresent();
    }
}
