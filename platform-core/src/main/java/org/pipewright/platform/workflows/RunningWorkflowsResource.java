package org.pipewright.platform.workflows;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.rest.EntityTag;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** The workflows a record follows: several at once, each with buttons of its own (S-OPP-21). */
@Path("tenants/{tenant}/running-workflows/{recordType}/{record}")
@Admits(value = Who.MEMBER, feature = CoreModule.WORKFLOWS)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class RunningWorkflowsResource {

    @Inject
    RunningWorkflows workflows;

    @PathParam("recordType")
    String recordType;

    @PathParam("record")
    UUID record;

    /** Where the record stands in each, and the buttons the caller has there. */
    @GET
    public RunningView.Page running() {
        return workflows.of(workflows.visible(recordType, record), record);
    }

    /** The way it took in one of them, latest first. */
    @GET
    @Path("{workflow}")
    public RunningView.Passages passages(@PathParam("workflow") UUID workflow) {
        return workflows.passages(workflows.visible(recordType, record), record, workflow);
    }

    /** Puts it into another step of one of them, with a reason. */
    @PUT
    @Path("{workflow}")
    @Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS, feature = CoreModule.WORKFLOWS)
    public RunningView.Page place(@PathParam("workflow") UUID workflow, RunningView.Placement placement) {
        RunningView.Placement wanted = RequestBody.present(placement);
        DeclaredType type = workflows.visible(recordType, record);
        workflows.place(type, record, workflow, wanted);
        return workflows.of(type, record);
    }

    /** Goes a way; the members of the body are what was filled into its form. */
    @POST
    @Path("{workflow}/{transition}")
    public RunningView.Page pass(
            @PathParam("workflow") UUID workflow,
            @PathParam("transition") String transition,
            @HeaderParam("If-Match") String expected,
            JsonObject form) {
        JsonObject filledIn = RequestBody.present(form);
        DeclaredType type = workflows.visible(recordType, record);
        workflows.pass(type, record, workflow, transition, filledIn, EntityTag.optional(expected));
        return workflows.of(type, record);
    }
}
