package org.pipewright.platform.activities;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.records.ReportReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.timelines.Stories;

/** What is planned about a record, and new activities about it (S-ACT-02). What is over stands in its timeline. */
@Path("tenants/{tenant}/{records}/{id}/activities")
@Admits(value = Who.RECORDS, feature = Activity.FEATURE)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class LinkedActivitiesResource {

    private static final int MOST = 100;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    @Inject
    Stories stories;

    @Inject
    LinkedActivities activities;

    @Inject
    Records written;

    @PathParam("records")
    String records;

    @PathParam("id")
    UUID id;

    @Context
    UriInfo uri;

    /** What is still to be done about the record, soonest first. */
    @GET
    public ActivityLine.Page planned() {
        DeclaredType type = visible();
        List<ActivityLine> lines = callers.caller().level(Activity.NAME, Action.VIEW) == Level.NONE
                ? List.of()
                : activities.open(Stories.ids(stories.of(type, id)), MOST);
        return new ActivityLine.Page(lines, null);
    }

    /** What was planned about the record and what came of it, by weeks (S-ACT-11). */
    @GET
    @Path("weeks")
    public ReportReading.Result weeks(@QueryParam("from") String from, @QueryParam("to") String to) {
        return activities.weeks(Stories.ids(stories.of(visible(), id)), from, to);
    }

    /** Plans or logs an activity about the record; {@code links} names further records. */
    @POST
    @Answers(value = JsonObject.class, status = 201)
    public Response add(JsonObject members) {
        if (members == null) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        DeclaredType type = visible();
        if (!type.declaration().activities()) {
            throw Refusal.of(CoreErrorCode.NOT_OFFERED, Activity.NAME);
        }
        UUID made = activities.create(new LinkedRecord(type.name(), id), members);
        return Response.created(uri.getBaseUriBuilder()
                        .path("tenants/" + callers.tenantId() + "/activities/" + made)
                        .build())
                .entity(written.seen(Activity.NAME, made).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND)))
                .build();
    }

    private DeclaredType visible() {
        DeclaredType type = types.at(records);
        reading.requireVisible(type, id);
        return type;
    }
}
