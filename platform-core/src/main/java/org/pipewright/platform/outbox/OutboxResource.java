package org.pipewright.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Deliveries that were given up: seen and tried again by whoever looks after jobs. */
@Path("tenants/{tenant}/outbox/failed")
@Admits(value = Who.MEMBER, capability = CoreModule.JOBS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class OutboxResource {

    @Inject
    Sql sql;

    @Inject
    CallerBinding caller;

    /** The oldest ones. */
    @GET
    public FailedDelivery.Page failed() {
        return new FailedDelivery.Page(sql.list(
                "select id, kind, consumer, record_id, attempts, last_error, failed_at from platform.outbox"
                        + " where tenant_id = ? and failed_at is not null order by id limit 200",
                row -> new FailedDelivery(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getInt(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()),
                caller.tenantId()));
    }

    /** Tries one again from the start. */
    @POST
    @Path("{id}/retry")
    @Answers(status = 204)
    public Response retry(@PathParam("id") String id) {
        int found = sql.update(
                "update platform.outbox set failed_at = null, attempts = 0, next_attempt_at = now()"
                        + " where tenant_id = ? and id::text = ? and failed_at is not null",
                caller.tenantId(),
                id);
        if (found == 0) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        return Response.noContent().build();
    }
}
