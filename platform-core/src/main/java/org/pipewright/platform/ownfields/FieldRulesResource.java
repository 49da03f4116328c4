package org.pipewright.platform.ownfields;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.OwnField;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/**
 * When fields of the product are required, shown or read-only beyond what the product asks (S-CF-03). A change holds at
 * once, on every node within 5 s.
 */
@Path("tenants/{tenant}/field-rules")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS, feature = OwnField.FEATURE)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class FieldRulesResource {

    @Inject
    FieldRules rules;

    /** All rules, and the fields for which there can be others. */
    @GET
    public FieldRule.Page rules() {
        return rules.all();
    }

    /** Makes the rule of a field, or puts another in its place. */
    @PUT
    @Path("{recordType}/{field}")
    public FieldRule keep(
            @PathParam("recordType") String recordType, @PathParam("field") String field, FieldRuleChange change) {
        return rules.keep(
                new FieldRule.Place(recordType, field),
                RequestBody.present(change).conditions());
    }

    /** Leaves a field as the product has it. */
    @DELETE
    @Path("{recordType}/{field}")
    @Answers(status = 204)
    public Response forget(@PathParam("recordType") String recordType, @PathParam("field") String field) {
        rules.delete(new FieldRule.Place(recordType, field));
        return Response.noContent().build();
    }
}
