package org.pipewright.platform.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** What people sent by forms whose feature was switched off meanwhile: never lost, never taken unseen (S-SET-15). */
@Path("tenants/{tenant}/parked-submissions")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ParkedSubmissionsResource {

    @Inject
    Submissions submissions;

    /** All of them. */
    public record Page(List<Submissions.Parked> items) {}

    /** The record a submission became. */
    public record Released(UUID id) {}

    /** What waits, the oldest first. */
    @GET
    public Page parked() {
        return new Page(submissions.parked());
    }

    /** Makes of it what it would have become when it was sent. */
    @POST
    @Path("{id}/release")
    public Released release(@PathParam("id") UUID id) {
        return new Released(submissions.release(id));
    }

    /** Throws it away. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response discard(@PathParam("id") UUID id) {
        submissions.discard(id);
        return Response.noContent().build();
    }
}
