package org.pipewright.platform.shortlists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** What the caller opened last (S-SRCH-04); whoever shows a record tells so here. */
@Path("tenants/{tenant}/recent")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class RecentResource {

    @Inject
    Shortlists shortlists;

    /** The list, latest first. */
    @GET
    public Shortlist recent() {
        return shortlists.of(Shortlists.RECENT);
    }

    /** Puts a record on top of it. */
    @PUT
    @Path("{recordType}/{id}")
    @Answers(status = 204)
    public Response add(@PathParam("recordType") String recordType, @PathParam("id") String id) {
        shortlists.put(Shortlists.RECENT, recordType, id);
        return Response.noContent().build();
    }
}
