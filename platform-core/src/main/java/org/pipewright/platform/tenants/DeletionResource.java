package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** Leaving: an administrator asks for the deletion of the tenant by typing its slug, or takes that back (S-TEN-16). */
@Path("tenants/{tenant}/deletion")
@Admits(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeletionResource {

    @Inject
    Departure departure;

    @Inject
    CallerBinding binding;

    /** The slug, typed to be sure. */
    public record DeletionRequest(@NotBlank @Size(max = 40) String slug) {}

    /** What would be removed, and when if it was demanded. */
    @GET
    public DeletionView view() {
        return departure.view();
    }

    @POST
    @Answers(status = 202)
    public Response request(DeletionRequest request) {
        departure.demand(request.slug(), binding.caller().name());
        return Response.accepted().build();
    }

    @DELETE
    public void cancel() {
        departure.takeBack();
    }
}
