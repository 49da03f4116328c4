package org.pipewright.platform.layouts;

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
 * How forms, pages and lists of a record type are laid out for a role, for a kind of record, or for both (S-CF-07). What
 * somebody may see or must fill in does not depend on it. A change holds at once, on every node within 5 s.
 */
@Path("tenants/{tenant}/layouts")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS, feature = CoreModule.LAYOUTS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class LayoutsResource {

    @Inject
    Layouts layouts;

    /** All of them, for each record type in the order in which they count. */
    @GET
    public LayoutView.Page layouts() {
        return layouts.all();
    }

    /** Makes a layout; there is one for each record type, role and kind. */
    @POST
    @Answers(value = LayoutView.class, status = 201)
    public Response add(NewLayout wanted) {
        LayoutView layout = layouts.add(RequestBody.present(wanted));
        return Response.status(Response.Status.CREATED)
                .header("ETag", EntityTag.of(layout.version()))
                .header("Location", "layouts/" + layout.id())
                .entity(layout)
                .build();
    }

    /** Changes what a layout shows; for whom it is stays. */
    @PUT
    @Path("{id}")
    @Answers(LayoutView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String expected, LayoutChange change) {
        LayoutChange given = RequestBody.present(change);
        Optional<Integer> version = EntityTag.required(expected);
        LayoutView layout = layouts.withId(id);
        EntityTag.require(version, layout.version());
        LayoutView changed = layouts.change(layout, given);
        return Response.ok(changed)
                .header("ETag", EntityTag.of(changed.version()))
                .build();
    }

    /** Deletes a layout; then the next one that fits counts, or what the product has. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response delete(@PathParam("id") UUID id) {
        layouts.delete(layouts.withId(id));
        return Response.noContent().build();
    }
}
