package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.CopyOpportunity.Parts;

/** Makes a new opportunity like this one; never with its outcome, dates or documents (S-OPP-25). */
@ApplicationScoped
class CopyOpportunity implements Verb<Opportunity, Parts> {

    static final String NAME = "copy";

    /**
     * What the copy has.
     *
     * @param name of the copy, that of the original if left out
     * @param withoutContact whether it starts without a contact
     * @param withoutFigures whether it starts without product and amount
     * @param withoutDevelopment whether it starts without need and solution
     * @param withoutParties whether it starts with its customer as its only party
     * @param withoutLines whether it starts without product lines
     * @param withoutDemand whether it starts without primary demand
     */
    record Parts(
            @Field String name,
            @Field Boolean withoutContact,
            @Field Boolean withoutFigures,
            @Field Boolean withoutDevelopment,
            @Field Boolean withoutParties,
            @Field Boolean withoutLines,
            @Field(feature = "sales.primary-demand") Boolean withoutDemand) {

        boolean takes(String part) {
            return switch (part) {
                case "sales.party" -> !Boolean.TRUE.equals(withoutParties);
                case "sales.opportunity-line" -> !Boolean.TRUE.equals(withoutLines);
                case "sales.demand-line" -> !Boolean.TRUE.equals(withoutDemand);
                default -> false;
            };
        }
    }

    @Inject
    Records records;

    @Inject
    org.pipewright.platform.spi.records.Parts copies;

    @Inject
    CurrentCaller caller;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Opportunity opportunity, Parts parts) {
        if (caller.level(Opportunity.NAME, Action.CREATE) == Level.NONE) {
            throw Refusal.of(SalesErrorCode.COPY_FORBIDDEN);
        }
        Opportunity copy = opportunity.copy(parts);
        records.create(parts.takes("sales.party") ? copy.withParties() : copy);
        copies.copy(Opportunity.class, opportunity.id(), copy.id(), parts::takes);
    }
}
