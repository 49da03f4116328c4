package org.pipewright.platform.shortlists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
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

/** Records the caller follows: the bell rings when somebody else does something to one (S-REC-06). */
@Path("tenants/{tenant}/followed")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class FollowedResource {

    @Inject
    Shortlists shortlists;

    /** The list, latest first. */
    @GET
    public Shortlist followed() {
        return shortlists.of(Shortlists.FOLLOWED);
    }

    /** Follows a record. */
    @PUT
    @Path("{recordType}/{id}")
    @Answers(status = 204)
    public Response add(@PathParam("recordType") String recordType, @PathParam("id") String id) {
        shortlists.put(Shortlists.FOLLOWED, recordType, id);
        return Response.noContent().build();
    }

    /** Follows it no more. */
    @DELETE
    @Path("{recordType}/{id}")
    @Answers(status = 204)
    public Response remove(@PathParam("recordType") String recordType, @PathParam("id") String id) {
        shortlists.remove(Shortlists.FOLLOWED, recordType, id);
        return Response.noContent().build();
    }
}
