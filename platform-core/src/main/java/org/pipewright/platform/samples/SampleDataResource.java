package org.pipewright.platform.samples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** Sample data to try things out with (S-TEN-06). */
@Path("tenants/{tenant}/sample-data")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class SampleDataResource {

    @Inject
    SampleRecords samples;

    /** How much there is. */
    @GET
    public SampleView view() {
        return samples.view();
    }

    /** Makes it, unless it is there. */
    @POST
    @Answers(value = SampleView.class, status = 201)
    public Response write() {
        samples.write();
        return Response.status(Response.Status.CREATED).entity(samples.view()).build();
    }

    /** Puts all of it into the bin and nothing else. */
    @DELETE
    @Answers(status = 204)
    public Response remove() {
        samples.remove();
        return Response.noContent().build();
    }
}
