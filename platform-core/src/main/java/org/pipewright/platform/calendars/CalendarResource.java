package org.pipewright.platform.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.calendars.CalendarFeeds.Known;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.spi.records.Origin;

/**
 * A calendar for programs that know nothing but its address. An address that was taken back, of a member who left, or of
 * a tenant that is closed answers like one that never was.
 */
@Path("calendars/{tenant}/{token}")
@Admits(value = Who.ANYBODY, limited = true)
@ApplicationScoped
public class CalendarResource {

    @Inject
    Sql sql;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    CalendarFeeds feeds;

    @Inject
    CalendarItems items;

    /** What the feed's owner may see of it, as iCalendar (RFC 5545). */
    @GET
    @Produces({"text/calendar;charset=UTF-8", "application/problem+json"})
    @Answers(String.class)
    public Response calendar(@PathParam("tenant") UUID tenant, @PathParam("token") String token) {
        requireOpen(tenant);
        Known feed = binding.during(callers.system(tenant), Origin.INTAKE, () -> feeds.at(token))
                .orElseThrow(CalendarResource::absent);
        Caller owner = callers.member(tenant, feed.member()).orElseThrow(CalendarResource::absent);
        String text = binding.during(owner, Origin.INTAKE, () -> items.written(feed));
        return Response.ok(text).header("Cache-Control", "private, max-age=300").build();
    }

    private void requireOpen(UUID tenant) {
        boolean open = sql.first(
                        "select 1 from platform.tenant where id = ? and status = 'ACTIVE'",
                        row -> row.getInt(1),
                        tenant)
                .isPresent();
        if (!open) {
            throw absent();
        }
    }

    private static Refusal absent() {
        return Refusal.of(CoreErrorCode.NOT_FOUND);
    }
}
