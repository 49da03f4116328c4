package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.opportunities.WinOpportunity.Victory;

/** Wins an opportunity that is in progress (S-CLOSE-02). It stays open for its documents unless the tenant has
 * it closed at once (S-CLOSE-06); a standard sale is won from its last stage (S-KIND-05). */
@ApplicationScoped
class WinOpportunity implements ProposingVerb<Opportunity, Victory> {

    static final String NAME = "win";

    /**
     * What is told about it.
     *
     * @param actualClose day on which it was won
     * @param closeRevenue what it brought, the amount when left out
     * @param winReason why, for those who want to know (S-CLOSE-09)
     */
    record Victory(
            @Field(required = true) LocalDate actualClose,
            @Field(from = 0) Money closeRevenue,
            @Field(references = WinReason.NAME) UUID winReason) {}

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentTenant tenant;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Opportunity opportunity) {
        return !opportunity.isDecided();
    }

    @Override
    public Victory proposed(Opportunity opportunity) {
        return new Victory(tenant.today(), opportunity.amount().orElse(null), null);
    }

    @Override
    public void perform(Opportunity opportunity, Victory victory) {
        opportunity.win(
                catalogue.system(OpportunityStatus.Category.WON),
                victory.actualClose(),
                victory.closeRevenue(),
                victory.winReason());
    }
}
