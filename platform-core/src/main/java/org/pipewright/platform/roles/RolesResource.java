package org.pipewright.platform.roles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.rest.EntityTag;
import org.pipewright.platform.roles.RoleForm.Copy;
import org.pipewright.platform.roles.RoleForm.NewRole;
import org.pipewright.platform.roles.RoleForm.RoleChange;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Roles of the tenant. */
@Path("tenants/{tenant}/roles")
@Admits(value = Who.MEMBER, capability = CoreModule.ROLES)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Transactional
public class RolesResource {

    @Inject
    Roles roles;

    @Inject
    RoleRows rows;

    @Inject
    RoleTitles titles;

    @Context
    UriInfo uri;

    /** All roles, for those who look after roles or give them to people. */
    @GET
    @Admits(
            value = Who.MEMBER,
            capability = {CoreModule.PEOPLE, CoreModule.ROLES})
    @Answers(RoleView.Page.class)
    public JsonObject roles() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        Function<Role, String> title = titles.titles();
        rows.all().stream().map(role -> RoleView.of(role, title.apply(role))).forEach(items::add);
        return Json.createObjectBuilder().add("items", items).build();
    }

    /** Makes a role. */
    @POST
    @Answers(value = RoleView.Members.class, status = 201)
    public Response create(NewRole form) {
        return created(roles.create(given(form)), "");
    }

    /** One role. */
    @GET
    @Path("{id}")
    @Answers(RoleView.Members.class)
    public Response role(@PathParam("id") String id) {
        return shown(Response.ok(), id(id));
    }

    /**
     * Changes a role by JSON Merge Patch.
     *
     * @param confirmed {@code true} to go on though it takes from the caller the right to look after roles or people
     */
    @PATCH
    @Path("{id}")
    @Answers(RoleView.Members.class)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String expected,
            @QueryParam("confirm") String confirmed,
            RoleChange change) {
        roles.change(id(id), EntityTag.required(expected), given(change), "true".equals(confirmed));
        return shown(Response.ok(), id(id));
    }

    /** Removes a role that nobody holds. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") String expected) {
        roles.delete(id(id), EntityTag.optional(expected));
        return Response.noContent().build();
    }

    /** Makes a role of the tenant's own that gives the same. */
    @POST
    @Path("{id}/clone")
    @Answers(value = RoleView.Members.class, status = 201)
    public Response copy(@PathParam("id") String id, Copy copy) {
        return created(roles.copy(id(id), given(copy).name()), "../..");
    }

    private static <T> T given(T body) {
        return Optional.ofNullable(body).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }

    private Response created(UUID id, String up) {
        return shown(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(up)
                        .path(id.toString())
                        .build()
                        .normalize()),
                id);
    }

    private Response shown(ResponseBuilder response, UUID id) {
        Role role = rows.withId(id);
        return response.entity(RoleView.of(role, titles.titles().apply(role)))
                .header("ETag", EntityTag.of(role.version()))
                .build();
    }
}
