package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.tree.Territory;

/** Looks at all records now; people follow the job. */
@Path("tenants/{tenant}/territory-runs")
@Admits(value = Who.MEMBER, feature = Territory.FEATURE, recordType = Territory.NAME, action = Action.EDIT)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class TerritoryRunsResource {

    @Inject
    Runs runs;

    /** Starts the job. */
    @POST
    public StartedRun start(@Valid NewRun wanted) {
        NewRun run = Optional.ofNullable(wanted).orElseThrow(() -> Refusal.of(TerritoriesErrorCode.RUN_REFUSED));
        return new StartedRun(Boolean.TRUE.equals(run.settledToo()) ? runs.startForAll() : runs.start());
    }
}
