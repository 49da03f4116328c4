package org.pipewright.platform.takeouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.StoredParts;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Exports of everything, for administrators; never blocked by a suspension (S-TEN-14). */
@Path("tenants/{tenant}/exports")
@Admits(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class TakeoutsResource {

    @Inject
    Takeouts takeouts;

    @Inject
    TakeoutRows rows;

    @Inject
    CallerBinding binding;

    @Inject
    StoredParts parts;

    /** The latest ones, newest first. */
    @GET
    public Takeout.Page exports() {
        return new Takeout.Page(rows.all());
    }

    /** Begins one. */
    @POST
    @Answers(value = Takeout.class, status = 202)
    public Response begin() {
        UUID id = takeouts.begin();
        return Response.accepted(rows.withId(id).orElseThrow())
                .header("Location", "exports/" + id)
                .build();
    }

    @GET
    @Path("{id}")
    public Takeout export(@PathParam("id") UUID id) {
        return known(id);
    }

    /** The archive. */
    @GET
    @Path("{id}/archive")
    @Produces("application/zip")
    @Answers(String.class)
    public Response archive(@PathParam("id") UUID id) {
        Takeout takeout = known(id);
        if (takeout.state().equals("EXPIRED")) {
            throw Refusal.of(CoreErrorCode.LINK_EXPIRED);
        } else if (!takeout.state().equals("READY")) {
            throw Refusal.of(CoreErrorCode.CONFLICT, takeout.state());
        }
        takeouts.taken(id);
        String name = binding.caller().tenant().slug() + "-"
                + takeout.createdAt().toString().substring(0, 10) + ".zip";
        return Response.ok(parts.of(n -> rows.part(id, n)))
                .header("Content-Length", takeout.size())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") UUID id) {
        known(id);
        if (!takeouts.removed(id)) {
            throw Refusal.of(CoreErrorCode.CONFLICT, "RUNNING");
        }
    }

    private Takeout known(UUID id) {
        return rows.withId(id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }
}
