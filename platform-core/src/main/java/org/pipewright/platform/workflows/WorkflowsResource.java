package org.pipewright.platform.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.rest.EntityTag;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/**
 * Workflows over records of a type (S-WF-01). One is drafted, published as a version that stays as it is, and activated;
 * several can be active for the same records, unless they share a group.
 */
@Path("tenants/{tenant}/workflows")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS, feature = CoreModule.WORKFLOWS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class WorkflowsResource {

    @Inject
    Workflows workflows;

    /** How a workflow is activated: {@code instead} of the active one of its group, or not while there is one. */
    public record Activation(Boolean instead) {}

    /** All of them, with what keeps their drafts from being published. */
    @GET
    public WorkflowView.Page workflows() {
        return workflows.all();
    }

    /** Makes a workflow; one that is given the definition of another is its copy (S-WF-02). */
    @POST
    @Answers(value = WorkflowView.class, status = 201)
    public Response add(NewWorkflow wanted) {
        Workflow made = workflows.add(RequestBody.present(wanted));
        return shown(Response.status(Response.Status.CREATED).header("Location", "workflows/" + made.id()), made);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Answers(WorkflowView.class)
    public Response workflow(@PathParam("id") UUID id) {
        return shown(Response.ok(), workflows.withId(id));
    }

    /** Changes the draft; records go on in the version in which they are. */
    @PUT
    @Path("{id}")
    @Answers(WorkflowView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String expected, WorkflowChange change) {
        WorkflowChange given = RequestBody.present(change);
        return shown(Response.ok(), workflows.change(seen(id, EntityTag.required(expected)), given));
    }

    /** Publishes the draft as a version, or tells each of its defects. */
    @POST
    @Path("{id}/publish")
    @Answers(WorkflowView.class)
    public Response publish(@PathParam("id") UUID id, @HeaderParam("If-Match") String expected) {
        return shown(Response.ok(), workflows.publish(seen(id, EntityTag.optional(expected))));
    }

    /** Lets records follow the latest version. */
    @POST
    @Path("{id}/activate")
    @Answers(WorkflowView.class)
    public Response activate(@PathParam("id") UUID id, Activation activation) {
        boolean instead = Optional.of(RequestBody.present(activation))
                .map(Activation::instead)
                .filter(Boolean.TRUE::equals)
                .isPresent();
        return shown(Response.ok(), workflows.activate(workflows.withId(id), instead));
    }

    /** Lets no record go on; where they stand is kept until it is activated again. */
    @POST
    @Path("{id}/deactivate")
    @Answers(WorkflowView.class)
    public Response deactivate(@PathParam("id") UUID id) {
        return shown(Response.ok(), workflows.deactivate(workflows.withId(id)));
    }

    /** Deletes one that is not active and in which no record stands. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response delete(@PathParam("id") UUID id) {
        workflows.delete(workflows.withId(id));
        return Response.noContent().build();
    }

    private Workflow seen(UUID id, Optional<Integer> version) {
        Workflow workflow = workflows.withId(id);
        EntityTag.require(version, workflow.version());
        return workflow;
    }

    private Response shown(Response.ResponseBuilder response, Workflow workflow) {
        return response.header("ETag", EntityTag.of(workflow.version()))
                .entity(workflows.view(workflow))
                .build();
    }
}
