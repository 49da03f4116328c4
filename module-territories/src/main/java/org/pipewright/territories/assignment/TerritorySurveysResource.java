package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.tree.Territories;
import org.pipewright.territories.tree.Territory;

/** What the rules make of all records, now and after a territory was activated or deactivated; nothing is moved. */
@Path("tenants/{tenant}/territory-surveys")
@Admits(value = Who.MEMBER, feature = Territory.FEATURE, recordType = Territory.NAME, action = Action.EDIT)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class TerritorySurveysResource {

    @Inject
    Surveying surveying;

    @Inject
    Territories territories;

    @Inject
    Records records;

    /** Holes, overlaps, territories without members, and rules that cannot be asked any more (S-TERR-10). */
    @GET
    @Path("now")
    public SurveyView now() {
        return surveying.now();
    }

    /** Who would move from where to where if the territory were activated, or deactivated if it is active (S-TERR-07). */
    @GET
    @Path("after/{territory}")
    public SurveyView after(@PathParam("territory") UUID territory) {
        return records.seen(Territory.NAME, territory)
                .flatMap(members -> territories.withId(territory))
                .map(surveying::after)
                .orElseThrow(() -> Refusal.of(TerritoriesErrorCode.RECORD_NOT_FOUND));
    }
}
