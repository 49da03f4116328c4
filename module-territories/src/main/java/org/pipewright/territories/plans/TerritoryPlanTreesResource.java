package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.tree.Territory;

/** The territories of a plan, drawn together, and what they would bring about. */
@Path("tenants/{tenant}/territory-plan-trees/{plan}")
@Admits(value = Who.MEMBER, feature = Territory.FEATURE, recordType = TerritoryPlan.NAME)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class TerritoryPlanTreesResource {

    @Inject
    Plans plans;

    @Inject
    Drawing drawing;

    @Inject
    Comparing comparing;

    @Inject
    Records records;

    /** The territories as they are planned. */
    @GET
    public PlannedTreeView tree(@PathParam("plan") UUID plan) {
        return view(found(plan));
    }

    /** Draws all of them anew; live ones stay as they are until the plan is activated (S-TERR-09). */
    @PUT
    @Admits(value = Who.MEMBER, feature = Territory.FEATURE, recordType = TerritoryPlan.NAME, action = Action.EDIT)
    public PlannedTreeView draw(@PathParam("plan") UUID plan, @Valid PlannedTreeView drawn) {
        TerritoryPlan found = found(plan);
        drawing.draw(
                found, Optional.ofNullable(drawn).orElseThrow(() -> Refusal.of(TerritoriesErrorCode.PLAN_REFUSED)));
        return view(found);
    }

    /** What differs, and who would move from where to where. */
    @GET
    @Path("comparison")
    public ComparisonView comparison(@PathParam("plan") UUID plan) {
        return comparing.of(found(plan));
    }

    private static PlannedTreeView view(TerritoryPlan plan) {
        return new PlannedTreeView(plan.edition(), plan.draft().territories());
    }

    private TerritoryPlan found(UUID plan) {
        return records.seen(TerritoryPlan.NAME, plan)
                .flatMap(members -> plans.withId(plan))
                .orElseThrow(() -> Refusal.of(TerritoriesErrorCode.RECORD_NOT_FOUND));
    }
}
