package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.SalesErrorCode;

/**
 * Takes a closed deal up again as a new opportunity; the old one keeps its outcome and figures (C3, S-CLOSE-11). While
 * the new one is in progress there is no other (S-CLOSE-12).
 */
@ApplicationScoped
class ReopenOpportunity implements Verb<Opportunity, Nothing> {

    static final String NAME = "reopen";

    /** Parts that go on; who gets credit is a matter of each deal. */
    private static final Set<String> CONTINUED = Set.of("sales.party", "sales.demand-line", "sales.opportunity-line");

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentCaller caller;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offered(Opportunity opportunity) {
        return opportunity.isDecided() && opportunity.isClosed();
    }

    @Override
    public void perform(Opportunity opportunity, Nothing nothing) {
        catalogue.runningSuccessor(opportunity).ifPresent(ReopenOpportunity::refuse);
        Opportunity successor = opportunity.successor();
        if (caller.level(Opportunity.NAME, Action.ASSIGN) != Level.NONE) {
            successor.assignTo(opportunity.owner(), opportunity.team());
        }
        records.create(successor.withParties());
        parts.copy(Opportunity.class, opportunity.id(), successor.id(), CONTINUED::contains);
        opportunity.reopenedAs(successor.id());
    }

    private static void refuse(Opportunity successor) {
        String id = successor.id().toString();
        throw new Refusal(
                SalesErrorCode.SUCCESSOR_IN_PROGRESS,
                Map.of("name", successor.name(), "id", id),
                List.of(new FieldError("reopenedAs", id, "sales.violation.successor-in-progress")));
    }
}
