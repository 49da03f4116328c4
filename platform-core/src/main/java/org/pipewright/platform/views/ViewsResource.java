package org.pipewright.platform.views;

import com.github.f4b6a3.uuid.UuidCreator;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.records.ListRequest;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.rest.EntityTag;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.spi.records.SegmentChanged;

/** Saved views of lists. A shared one is changed by its owner, or by those who keep the organisation's settings. */
@Path("tenants/{tenant}/views")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Transactional
public class ViewsResource {

    @Inject
    SavedViews views;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    FixedRecords fixed;

    @Inject
    SegmentCircles circles;

    @Inject
    Events events;

    @Inject
    CallerBinding callers;

    /** The views of a record type that the caller can choose from. */
    @GET
    public SavedView.Page views(@QueryParam("recordType") String recordType) {
        return new SavedView.Page(views.of(viewable(recordType).name()));
    }

    /** Keeps a view. */
    @POST
    @Answers(value = SavedView.class, status = 201)
    public Response create(NewView wanted) {
        NewView given = RequestBody.present(wanted);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        SavedView view = new SavedView(
                id,
                1,
                given.recordType(),
                given.name().strip(),
                given.visibility(),
                given.fixed() ? FixedRecords.filter(id) : given.filter(),
                given.sort(),
                given.columns() == null ? List.of() : given.columns(),
                given.fixed(),
                true);
        requireSound(view, given.filter());
        views.add(view);
        if (view.fixed()) {
            views.fix(id, fixed.matching(viewable(view.recordType()), given.filter()));
        }
        return Response.status(Response.Status.CREATED)
                .header("ETag", EntityTag.of(1))
                .header("Location", "views/" + view.id())
                .entity(view)
                .build();
    }

    /** Changes a view. */
    @PATCH
    @Path("{id}")
    @Answers(SavedView.class)
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String expected, ViewChange change) {
        ViewChange given = RequestBody.present(change);
        Optional<Integer> version = EntityTag.required(expected);
        SavedView view = changeable(id);
        EntityTag.require(version, view.version());
        SavedView changed = given.applied(view);
        requireSound(changed, given.filter() == null ? changed.filter() : given.filter());
        if (view.fixed() && given.filter() != null && !given.filter().equals(view.filter())) {
            views.fix(view.id(), fixed.matching(viewable(view.recordType()), given.filter()));
        }
        views.change(changed);
        tell(changed);
        return Response.ok(changed)
                .header("ETag", EntityTag.of(changed.version()))
                .build();
    }

    /** Deletes a view. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response delete(@PathParam("id") String id) {
        SavedView view = changeable(id);
        views.delete(view.id());
        tell(view);
        return Response.noContent().build();
    }

    /** Modules that ask for it have to ask again. */
    private void tell(SavedView view) {
        events.publish(SegmentChanged.TYPE, null, SegmentChanged.payload(view.id()));
    }

    private SavedView changeable(String id) {
        SavedView view = views.withId(id(id)).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        if (!view.mine() && !callers.isAllowed(CoreModule.SETTINGS, Action.USE)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, "views");
        }
        return view;
    }

    private DeclaredType viewable(String recordType) {
        DeclaredType type = types.named(recordType == null ? "" : recordType)
                .orElseThrow(() -> InvalidFields.refusal("recordType", "unknown"));
        reading.requireView(type);
        return type;
    }

    /** Its filter, order and columns must make sense to whoever saves it. */
    private void requireSound(SavedView view, String filter) {
        DeclaredType type = viewable(view.recordType());
        view.columns().stream()
                .filter(column -> type.listed(column)
                        .filter(field -> Query.isVisible(callers.caller(), type, field))
                        .isEmpty())
                .findFirst()
                .ifPresent(column -> {
                    throw InvalidFields.refusal("columns", "unknown");
                });
        reading.list(type, new ListRequest(filter, "", view.sort(), 1, "", List.of()), false);
        if (!view.fixed() && circles.leadTo(view.id(), filter)) {
            throw InvalidFields.refusal("filter", "cycle", "segment-cycle");
        }
    }

    private static UUID id(String id) {
        try {
            if (id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        throw Refusal.of(CoreErrorCode.NOT_FOUND);
    }
}
