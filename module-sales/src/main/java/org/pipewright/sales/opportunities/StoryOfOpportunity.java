package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.activities.StoryPart;
import org.pipewright.platform.spi.records.Records;

/** What was done with a lead belongs to the opportunity it became (S-CONV-08). */
@ApplicationScoped
class StoryOfOpportunity implements StoryPart {

    private static final String LEAD = "sales.lead";

    @Inject
    Records records;

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    public List<LinkedRecord> partsOf(UUID record) {
        return records.referenceOf(Opportunity.NAME, record, "lead")
                .map(lead -> List.of(new LinkedRecord(LEAD, lead)))
                .orElse(List.of());
    }
}
