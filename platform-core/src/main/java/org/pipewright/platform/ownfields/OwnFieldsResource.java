package org.pipewright.platform.ownfields;

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
import org.pipewright.platform.recordtypes.OwnField;
import org.pipewright.platform.rest.EntityTag;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** Fields that the tenant adds to record types (S-CF-01, S-CF-05). A change holds at once, on every node within 5 s. */
@Path("tenants/{tenant}/own-fields")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS, feature = OwnField.FEATURE)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class OwnFieldsResource {

    @Inject
    OwnFields fields;

    /** All of them, also those that are hidden and wait to be restored. */
    @GET
    public OwnFieldView.Page fields() {
        return new OwnFieldView.Page(fields.all(), fields.recordTypes());
    }

    /** Adds a field. */
    @POST
    @Answers(value = OwnFieldView.class, status = 201)
    public Response add(NewOwnField wanted) {
        OwnFieldView field = fields.add(RequestBody.present(wanted));
        return Response.status(Response.Status.CREATED)
                .header("ETag", EntityTag.of(field.version()))
                .header("Location", "own-fields/" + field.id())
                .entity(field)
                .build();
    }

    /** Changes a field; record type, name, kind and where a link leads stay. */
    @PUT
    @Path("{id}")
    @Answers(OwnFieldView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String expected, OwnFieldChange change) {
        OwnFieldChange given = RequestBody.present(change);
        Optional<Integer> version = EntityTag.required(expected);
        OwnFieldView field = fields.withId(id);
        EntityTag.require(version, field.version());
        OwnFieldView changed = fields.change(field, given);
        return Response.ok(changed)
                .header("ETag", EntityTag.of(changed.version()))
                .build();
    }

    /** Hides a field everywhere; it can be restored for 30 days. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response hide(@PathParam("id") UUID id) {
        fields.hide(fields.withId(id));
        return Response.noContent().build();
    }

    /** Shows a hidden field again, with the values it had. */
    @POST
    @Path("{id}/restore")
    public OwnFieldView restore(@PathParam("id") UUID id) {
        return fields.restore(fields.withId(id));
    }
}
