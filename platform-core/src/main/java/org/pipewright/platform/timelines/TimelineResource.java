package org.pipewright.platform.timelines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.pipewright.platform.records.ListParameters;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** Everything that happened to a record and to what is part of its story, latest first (S-REC-06). */
@Path("tenants/{tenant}/{records}/{id}/timeline")
@Admits(Who.RECORDS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class TimelineResource {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    Timelines timelines;

    /** A page of the timeline; {@code only} names the sorts wanted, separated by commas. */
    @GET
    public Timeline timeline(
            @PathParam("records") String records,
            @PathParam("id") UUID id,
            @QueryParam("only") String only,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("30") String limit) {
        DeclaredType type = types.at(records);
        reading.requireVisible(type, id);
        return timelines.page(type, id, only, after, ListParameters.limit(limit));
    }
}
