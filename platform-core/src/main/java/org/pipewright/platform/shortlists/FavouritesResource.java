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

/** The caller's favourites (S-SRCH-04). */
@Path("tenants/{tenant}/favourites")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class FavouritesResource {

    @Inject
    Shortlists shortlists;

    /** The list, latest first. */
    @GET
    public Shortlist favourites() {
        return shortlists.of(Shortlists.FAVOURITES);
    }

    /** Puts a record on top of it. */
    @PUT
    @Path("{recordType}/{id}")
    @Answers(status = 204)
    public Response add(@PathParam("recordType") String recordType, @PathParam("id") String id) {
        shortlists.put(Shortlists.FAVOURITES, recordType, id);
        return Response.noContent().build();
    }

    /** Takes a record off it. */
    @DELETE
    @Path("{recordType}/{id}")
    @Answers(status = 204)
    public Response remove(@PathParam("recordType") String recordType, @PathParam("id") String id) {
        shortlists.remove(Shortlists.FAVOURITES, recordType, id);
        return Response.noContent().build();
    }
}
