package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.records.ChoosingVerb;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.sales.kinds.Stage;
import org.pipewright.sales.opportunities.DeviateOpportunity.Deviation;

/**
 * Moves an opportunity against the order of its kind, with a reason that stays in its history (S-KIND-06). The right to
 * do so is one of its own; what a stage needs, it still needs.
 */
@ApplicationScoped
class DeviateOpportunity implements StageVerb<Deviation>, ChoosingVerb<Opportunity, Deviation> {

    static final String NAME = "deviate";

    /**
     * Where to and why.
     *
     * @param stage of the opportunity's kind
     * @param reason on which evidence the order is left
     */
    record Deviation(
            @Field(required = true, references = Stage.NAME) UUID stage,

            @Field(required = true, format = Field.Format.MULTILINE, max = 2000)
            String reason) {}

    @Inject
    OpportunityChoices choices;

    @Override
    public Set<String> narrowed() {
        return Set.of("stage");
    }

    @Override
    public Map<String, Set<UUID>> choices(Opportunity opportunity, Map<String, UUID> chosen) {
        return Map.of("stage", choices.aside(opportunity));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void perform(Opportunity opportunity, Deviation deviation) {
        opportunity.move(deviation.stage(), Passage.DEVIATION, deviation.reason());
    }
}
