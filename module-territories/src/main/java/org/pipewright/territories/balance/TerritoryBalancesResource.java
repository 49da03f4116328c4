package org.pipewright.territories.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Workloads;
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.balance.BalanceView.Moved;
import org.pipewright.territories.balance.BalanceView.Suggestion;
import org.pipewright.territories.tree.Territory;

/** How much work the members of a territory have with its open records of a type (S-TERR-11). */
@Path("tenants/{tenant}/territory-balances/{territory}/{recordType}")
@Admits(value = Who.MEMBER, feature = Territory.FEATURE, recordType = Territory.NAME, action = Action.EDIT)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class TerritoryBalancesResource {

    @Inject
    Balancing balancing;

    @Inject
    Records records;

    /** How things stand. */
    @GET
    public BalanceView balance(@PathParam("territory") UUID territory, @PathParam("recordType") String recordType) {
        return balancing.of(territory, kind(territory, recordType));
    }

    /** What would even it out; nothing is moved. */
    @POST
    @Path("suggestion")
    public Suggestion suggestion(
            @PathParam("territory") UUID territory,
            @PathParam("recordType") String recordType,
            @Valid NewBalance wanted) {
        return balancing.suggestion(territory, kind(territory, recordType), required(wanted));
    }

    /** Gives records to other members. */
    @POST
    @Path("moves")
    public Moved moves(
            @PathParam("territory") UUID territory,
            @PathParam("recordType") String recordType,
            @Valid NewMoves wanted) {
        return balancing.move(
                territory, kind(territory, recordType), required(wanted).moves());
    }

    private Workloads.Kind kind(UUID territory, String recordType) {
        return records.seen(Territory.NAME, territory)
                .flatMap(seen -> balancing.kind(recordType))
                .orElseThrow(() -> Refusal.of(TerritoriesErrorCode.RECORD_NOT_FOUND));
    }

    private static <T> T required(T body) {
        return Optional.ofNullable(body).orElseThrow(() -> Refusal.of(TerritoriesErrorCode.BALANCE_REFUSED));
    }
}
