package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.opportunities.WinOpportunity.Victory;

/** Wins an opportunity that is in progress (S-CLOSE-02). It stays open for its documents. */
@ApplicationScoped
class WinOpportunity implements Verb<Opportunity, Victory> {

    static final String NAME = "win";

    /**
     * What is told about it.
     *
     * @param actualClose day on which it was won
     * @param closeRevenue what it brought, the amount when left out
     */
    record Victory(
            @Field(required = true) LocalDate actualClose,
            @Field(from = 0) Money closeRevenue) {}

    @Inject
    Catalogue catalogue;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Opportunity> type() {
        return Opportunity.class;
    }

    @Override
    public Class<Victory> input() {
        return Victory.class;
    }

    @Override
    public boolean offered(Opportunity opportunity) {
        return !opportunity.isDecided();
    }

    @Override
    public void perform(Opportunity opportunity, Victory victory) {
        opportunity.win(
                catalogue.system(OpportunityStatus.Category.WON), victory.actualClose(), victory.closeRevenue());
    }
}
