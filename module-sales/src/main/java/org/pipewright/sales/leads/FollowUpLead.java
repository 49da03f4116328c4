package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.leads.FollowUpLead.FollowUp;
import org.pipewright.sales.leads.LeadStatus.Category;

/** Writes a note about a disqualified lead; with a day it becomes a task for that day, too (S-LEAD-14). */
@ApplicationScoped
class FollowUpLead implements Verb<Lead, FollowUp> {

    static final String NAME = "follow-up";
    static final String ACTIVITIES = "core.activities";

    /**
     * What is noted.
     *
     * @param note what there is to know
     * @param on day on which somebody should look at it again
     */
    record FollowUp(
            @Field(required = true, format = Field.Format.MULTILINE, max = 4000)
            String note,

            @Field LocalDate on) {}

    @Inject
    LeadStatuses statuses;

    @Inject
    LeadFollowUps followUps;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String feature() {
        return ACTIVITIES;
    }

    @Override
    public boolean offered(Lead lead) {
        return lead.status()
                .flatMap(statuses::withId)
                .filter(status -> status.category() == Category.DISQUALIFIED)
                .isPresent();
    }

    @Override
    public void perform(Lead lead, FollowUp followUp) {
        followUps.note(lead, followUp.note());
        if (followUp.on() != null) {
            followUps.plan(lead, followUp.note(), followUp.on());
        }
    }
}
