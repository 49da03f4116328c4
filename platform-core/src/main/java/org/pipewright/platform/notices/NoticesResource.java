package org.pipewright.platform.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.ListParameters;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;

/** What the caller was told. */
@Path("tenants/{tenant}/notices")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class NoticesResource {

    @Inject
    Notices notices;

    /** A page of them, latest first. */
    @GET
    public Notice.Page notices(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("20") String limit) {
        return notices.page(position(after), ListParameters.limit(limit));
    }

    private static UUID position(String after) {
        try {
            return after == null || after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw InvalidFields.refusal("after", "invalid");
        }
    }

    /** Marks one as read. */
    @POST
    @Path("{id}/read")
    public void read(@PathParam("id") UUID id) {
        if (!notices.read(id)) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }

    /** Marks all as read. */
    @POST
    @Path("read")
    public void readAll() {
        notices.readAll();
    }
}
