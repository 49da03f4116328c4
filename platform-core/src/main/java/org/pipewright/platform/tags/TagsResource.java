package org.pipewright.platform.tags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.rest.EntityTag;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** The tags of the tenant (S-REC-03). A shared one is changed by its owner, or by those who keep the settings. */
@Path("tenants/{tenant}/tags")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Transactional
public class TagsResource {

    @Inject
    Tags tags;

    /** The shared tags and the caller's own. */
    @GET
    public Tag.Page tags() {
        return new Tag.Page(tags.all());
    }

    /** Makes a tag. */
    @POST
    @Answers(value = Tag.class, status = 201)
    public Response create(NewTag wanted) {
        Tag tag = tags.add(RequestBody.present(wanted));
        return Response.status(Response.Status.CREATED)
                .header("ETag", EntityTag.of(tag.version()))
                .header("Location", "tags/" + tag.id())
                .entity(tag)
                .build();
    }

    /** Changes name or colour of a tag. */
    @PATCH
    @Path("{id}")
    @Answers(Tag.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String expected, TagChange change) {
        TagChange given = RequestBody.present(change);
        Optional<Integer> version = EntityTag.required(expected);
        Tag tag = tags.changeable(id);
        EntityTag.require(version, tag.version());
        Tag changed = tags.change(tag, given.applied(tag));
        return Response.ok(changed)
                .header("ETag", EntityTag.of(changed.version()))
                .build();
    }

    /** Deletes a tag; it comes off every record. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response delete(@PathParam("id") UUID id) {
        tags.delete(tags.changeable(id));
        return Response.noContent().build();
    }

    /** Merges a tag into another one, which gets all its records; answers the one that stays. */
    @POST
    @Path("{id}/merge-into")
    public Tag merge(@PathParam("id") UUID id, Merging merging) {
        Tag tag = tags.changeable(id);
        Tag into = target(RequestBody.present(merging).into());
        if (into.id().equals(id) || into.shared() != tag.shared()) {
            throw InvalidFields.refusal("into", "invalid");
        }
        tags.merge(tag, into);
        return into;
    }

    private Tag target(UUID id) {
        return tags.withId(id)
                .map(seen -> tags.changeable(seen.id()))
                .orElseThrow(() -> InvalidFields.refusal("into", "not-found"));
    }
}
