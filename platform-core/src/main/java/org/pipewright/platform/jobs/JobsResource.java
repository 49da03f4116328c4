package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;

/** Jobs of the tenant: one's own, or everybody's for those who may see them. */
@Path("tenants/{tenant}/jobs")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class JobsResource {

    @Inject
    Jobs jobs;

    @Inject
    JobList list;

    /** The latest jobs, newest first. */
    @GET
    public JobView.Page jobs() {
        return new JobView.Page(list.latest());
    }

    /** One job. */
    @GET
    @Path("{id}")
    public JobView job(@PathParam("id") String id) {
        return visible(id);
    }

    /** Asks the job to stop. */
    @POST
    @Path("{id}/cancel")
    public JobView cancel(@PathParam("id") String id) {
        UUID job = visible(id).id();
        if (!jobs.cancel(job)) {
            throw Refusal.of(CoreErrorCode.NOT_OFFERED, "cancel");
        }
        return visible(id);
    }

    private JobView visible(String id) {
        try {
            return list.withId(UUID.fromString(id)).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }
}
