package org.pipewright.platform.comments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.comments.Comment.CommentChange;
import org.pipewright.platform.comments.Comment.Formers;
import org.pipewright.platform.comments.Comment.NewComment;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/**
 * Comments on a record (S-REC-01): read by whoever sees the record, written by whoever may comment at all, also where the
 * record itself is closed to changes. Only the author edits one.
 */
@Path("tenants/{tenant}/{records}/{id}/comments")
@Admits(Who.RECORDS)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Transactional
public class CommentsResource {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    Comments comments;

    @PathParam("records")
    String records;

    @PathParam("id")
    UUID id;

    @Context
    UriInfo uri;

    /** The comments, pinned ones first. */
    @GET
    public Comment.Page comments() {
        return new Comment.Page(comments.of(visible(), id));
    }

    /** Writes one. */
    @POST
    @Admits(value = Who.RECORDS, capability = CoreModule.COMMENTS)
    @Answers(value = Comment.class, status = 201)
    public Response write(NewComment wanted) {
        DeclaredType type = visible();
        UUID made = comments.write(type, id, required(wanted).text());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.toString()).build())
                .entity(comments.withId(type, id, made).orElseThrow())
                .build();
    }

    /** Edits one of the caller's own, or pins any. */
    @PATCH
    @Path("{comment}")
    @Admits(value = Who.RECORDS, capability = CoreModule.COMMENTS)
    public Comment change(@PathParam("comment") UUID comment, CommentChange wanted) {
        DeclaredType type = visible();
        CommentChange change = required(wanted);
        Comment before = found(type, comment);
        if (change.text() != null && !change.text().strip().equals(before.text())) {
            requireOwn(before);
            if (change.text().isBlank()) {
                throw InvalidFields.refusal("text", "required");
            }
            comments.edit(type, id, comment, change.text());
        }
        Optional.ofNullable(change.pinned()).ifPresent(pinned -> comments.pin(comment, pinned));
        return found(type, comment);
    }

    /** Removes one of the caller's own. */
    @DELETE
    @Path("{comment}")
    @Admits(value = Who.RECORDS, capability = CoreModule.COMMENTS)
    public void remove(@PathParam("comment") UUID comment) {
        DeclaredType type = visible();
        requireOwn(found(type, comment));
        comments.remove(type, id, comment);
    }

    /** What an edited comment said before, for those who may see who did what. */
    @GET
    @Path("{comment}/former")
    @Admits(value = Who.RECORDS, capability = CoreModule.AUDIT)
    public Formers former(@PathParam("comment") UUID comment) {
        found(visible(), comment);
        return new Formers(comments.formers(comment));
    }

    private DeclaredType visible() {
        DeclaredType type = types.at(records);
        reading.requireVisible(type, id);
        return type;
    }

    private static <T> T required(T body) {
        return Optional.ofNullable(body).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
    }

    private Comment found(DeclaredType type, UUID comment) {
        return comments.withId(type, id, comment).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private static void requireOwn(Comment comment) {
        if (!comment.mine()) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, CoreModule.COMMENTS);
        }
    }
}
