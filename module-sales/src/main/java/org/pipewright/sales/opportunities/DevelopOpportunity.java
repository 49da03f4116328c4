package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.sales.opportunities.DevelopOpportunity.Development;

/** Brings what is known about a deal up to date in one step, as often as needed (S-OPP-20). */
@ApplicationScoped
class DevelopOpportunity implements ProposingVerb<Opportunity, Development> {

    static final String NAME = "develop";

    /** What is known now; what is left out stays as it is. */
    record Development(
            @Field(format = Field.Format.MULTILINE, max = 10_000)
            String need,

            @Field(format = Field.Format.MULTILINE, max = 10_000)
            String proposedSolution,

            @Field(from = 0) Money amount,
            @Field LocalDate expectedClose,
            @Field(references = "core.contact") UUID contact,
            @Field String nextStep,
            @Field LocalDate nextStepOn) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offered(Opportunity opportunity) {
        return !opportunity.isDecided();
    }

    @Override
    public Development proposed(Opportunity opportunity) {
        return opportunity.development();
    }

    @Override
    public void perform(Opportunity opportunity, Development development) {
        opportunity.develop(development);
    }
}
