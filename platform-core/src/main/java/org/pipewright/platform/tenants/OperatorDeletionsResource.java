package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.pipewright.platform.identity.CurrentVisitor;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** Deletions of tenants, for the operator: what it would remove, demanding and taking back. */
@Path("operator/tenants")
@Admits(Who.OPERATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OperatorDeletionsResource {

    @Inject
    Departure departure;

    @Inject
    OnBehalf onBehalf;

    @Inject
    CurrentVisitor visitor;

    /** What the deletion would remove: counts only. */
    @GET
    @Path("{id}/deletion")
    public DeletionView view(@PathParam("id") UUID id) {
        return onBehalf.of(id, departure::view);
    }

    @POST
    @Path("{id}/deletion")
    @Answers(status = 202)
    public Response request(@PathParam("id") UUID id, DeletionResource.DeletionRequest request) {
        onBehalf.of(id, () -> {
            departure.demand(request.slug(), visitor.visitor().person().name());
            return null;
        });
        return Response.accepted().build();
    }

    @DELETE
    @Path("{id}/deletion")
    public void cancel(@PathParam("id") UUID id) {
        onBehalf.of(id, () -> {
            departure.takeBack();
            return null;
        });
    }
}
