package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Guards;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Wins and closes deals because of what became of their documents (S-CLOSE-15). Where something stands against it, the
 * deal stays as it is: what the customer did is done whatever the deal's tasks and stages say.
 */
@ApplicationScoped
public class DealsOfDocuments {

    @Inject
    Records records;

    @Inject
    Guards guards;

    @Inject
    Stages stages;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentTenant tenant;

    /** Wins it today with that revenue if it is in progress. */
    public void win(UUID id, Money revenue) {
        deal(id).filter(deal -> !deal.isDecided())
                .filter(deal -> isPossible(() -> {
                    guards.require(Opportunity.NAME, WinOpportunity.NAME, id);
                    stages.requireWinnable(deal);
                }))
                .ifPresent(deal -> records.change(
                        deal,
                        won -> won.win(
                                catalogue.system(OpportunityStatus.Category.WON), tenant.today(), revenue, null)));
    }

    /** Closes it if it is won. */
    public void close(UUID id) {
        deal(id).filter(deal -> deal.isWon() && !deal.isClosed())
                .filter(deal -> isPossible(() -> guards.require(Opportunity.NAME, CloseOpportunity.NAME, id)))
                .ifPresent(deal -> records.change(deal, Opportunity::close));
    }

    private Optional<Opportunity> deal(UUID id) {
        return tenant.hasFeature(Opportunity.FEATURE) ? records.withId(Opportunity.class, id) : Optional.empty();
    }

    private static boolean isPossible(Runnable requirements) {
        try {
            requirements.run();
            return true;
        } catch (Refusal standsAgainstIt) {
            return false;
        }
    }
}
