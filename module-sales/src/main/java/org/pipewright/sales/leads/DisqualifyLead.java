package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.leads.DisqualifyLead.Rejection;
import org.pipewright.sales.leads.LeadStatus.Category;

/** Drops an open lead with a reason and a note (S-LEAD-13). */
@ApplicationScoped
class DisqualifyLead implements Verb<Lead, Rejection> {

    static final String NAME = "disqualify";

    /**
     * What is told about it.
     *
     * @param reason why
     * @param note in more words
     * @param on day, if it matters
     * @param followUp what to do later in spite of it; becomes a task
     * @param followUpOn day of that task
     */
    record Rejection(
            @Field(required = true) DisqualifyReason reason,

            @Field(format = Field.Format.MULTILINE, max = 4000)
            String note,

            @Field LocalDate on,
            @Field(feature = FollowUpLead.ACTIVITIES) String followUp,
            @Field(feature = FollowUpLead.ACTIVITIES) LocalDate followUpOn) {}

    @Inject
    LeadStatuses statuses;

    @Inject
    LeadFollowUps followUps;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offered(Lead lead) {
        return statuses.isOpen(lead);
    }

    @Override
    public void perform(Lead lead, Rejection rejection) {
        lead.disqualify(statuses.system(Category.DISQUALIFIED), rejection.on(), rejection.reason(), rejection.note());
        if (rejection.followUp() != null || rejection.followUpOn() != null) {
            followUps.plan(lead, rejection.followUp(), rejection.followUpOn());
        }
    }
}
