package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;

/**
 * Tells other modules that a deal came to another stage or was won, whichever way that was done (S-PLAT-06). Deals that
 * come in as decided, from another system, tell nothing: that was long ago.
 */
@ApplicationScoped
class DealsTell implements RecordRules<Opportunity> {

    static final String STAGE_CHANGED = "sales.opportunity-stage-changed.v1";
    static final String WON = "sales.opportunity-won.v1";

    @Inject
    Events events;

    @Override
    public void written(Opportunity deal, Change change) {
        if (change.created()) {
            return;
        }
        if (change.touches("stage")) {
            JsonObjectBuilder told = about(deal);
            change.before("stage").ifPresent(from -> told.add("from", from.toString()));
            deal.stage().map(UUID::toString).ifPresent(to -> told.add("to", to));
            deal.kind().map(UUID::toString).ifPresent(kind -> told.add("kind", kind));
            events.publish(STAGE_CHANGED, deal.id(), told.build());
        }
        if (change.touches("outcome")
                && deal.outcome().filter(Outcome.WON::equals).isPresent()) {
            JsonObjectBuilder told = about(deal);
            Optional.ofNullable(deal.account()).map(UUID::toString).ifPresent(account -> told.add("account", account));
            deal.actualClose().ifPresent(day -> told.add("actualClose", day.toString()));
            deal.closeRevenue().ifPresent(revenue -> add(told, revenue));
            events.publish(WON, deal.id(), told.build());
        }
    }

    private static JsonObjectBuilder about(Opportunity deal) {
        return Json.createObjectBuilder().add("opportunity", deal.id().toString());
    }

    private static void add(JsonObjectBuilder told, Money revenue) {
        told.add("revenue", revenue.amount().toPlainString()).add("currency", revenue.currency());
    }
}
