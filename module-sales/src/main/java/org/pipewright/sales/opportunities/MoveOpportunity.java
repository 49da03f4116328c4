package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.records.ChoosingVerb;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.sales.kinds.Stage;
import org.pipewright.sales.opportunities.MoveOpportunity.Destination;

/** Moves an opportunity to another stage of its kind, as far as the kind's rules allow (S-KIND-04, S-KIND-07). */
@ApplicationScoped
class MoveOpportunity implements StageVerb<Destination>, ChoosingVerb<Opportunity, Destination> {

    static final String NAME = "move";

    /**
     * Where to.
     *
     * @param stage of the opportunity's kind
     */
    record Destination(
            @Field(required = true, references = Stage.NAME) UUID stage) {}

    @Inject
    OpportunityChoices choices;

    @Override
    public Set<String> narrowed() {
        return Set.of("stage");
    }

    @Override
    public Map<String, Set<UUID>> choices(Opportunity opportunity, Map<String, UUID> chosen) {
        return Map.of("stage", choices.ahead(opportunity));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void perform(Opportunity opportunity, Destination destination) {
        opportunity.move(destination.stage(), Passage.MOVE, null);
    }
}
