package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.opportunities.LoseOpportunity.Defeat;

/** Loses an opportunity that is in progress, never without a reason (S-CLOSE-03). It is closed at once unless
 * the tenant wants otherwise (S-CLOSE-06). */
@ApplicationScoped
class LoseOpportunity implements ProposingVerb<Opportunity, Defeat> {

    static final String NAME = "lose";

    /**
     * What is told about it.
     *
     * @param lossReason why
     * @param lossNote in more words; some reasons need it
     * @param actualClose day on which it was lost
     * @param competitor who won it instead, if that is known (S-PARTY-05)
     * @param cancelQuotes whether its open quotes are cancelled; as long as one can be accepted, it is not lost
     *     (S-CLOSE-10)
     */
    record Defeat(
            @Field(required = true, references = LossReason.NAME)
            UUID lossReason,

            @Field(format = Field.Format.MULTILINE, max = 4000)
            String lossNote,

            @Field(required = true) LocalDate actualClose,

            @Field(references = "core.account") UUID competitor,

            @Field(feature = "sales.quotes") Boolean cancelQuotes) {}

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentTenant tenant;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offered(Opportunity opportunity) {
        return !opportunity.isDecided();
    }

    @Override
    public Defeat proposed(Opportunity opportunity) {
        return new Defeat(null, null, tenant.today(), null, true);
    }

    @Override
    public void perform(Opportunity opportunity, Defeat defeat) {
        opportunity.lose(
                catalogue.system(OpportunityStatus.Category.LOST),
                defeat.actualClose(),
                defeat.lossReason(),
                defeat.lossNote());
        opportunity.loseTo(defeat.competitor());
        if (Boolean.TRUE.equals(defeat.cancelQuotes())) {
            opportunity.cancelQuotes();
        }
    }
}
