package org.pipewright.platform.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.calendars.CalendarFeed.NewFeed;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** The caller's addresses for calendar programs (S-ACT-10). */
@Path("tenants/{tenant}/calendar-feeds")
@Admits(value = Who.MEMBER, feature = Activity.FEATURE, recordType = Activity.NAME)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class CalendarFeedsResource {

    @Inject
    CalendarFeeds feeds;

    /** The caller's feeds, latest first, without their addresses. */
    @GET
    public CalendarFeed.Page feeds() {
        return new CalendarFeed.Page(feeds.mine());
    }

    /** Makes one; only this answer has its address. */
    @POST
    @Answers(value = CalendarFeed.class, status = 201)
    public Response make(NewFeed wanted) {
        NewFeed feed = Optional.ofNullable(wanted).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
        CalendarFeed made = feeds.make(feed.name(), feed.whose());
        return Response.status(Response.Status.CREATED)
                .header("Location", "calendar-feeds/" + made.id())
                .entity(made)
                .build();
    }

    /** Takes one back: its address is unknown from then on. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response revoke(@PathParam("id") UUID id) {
        feeds.revoke(id);
        return Response.noContent().build();
    }
}
