package org.pipewright.platform.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.usage.UsageView.LimitState;

/** What the tenant uses and may use, for those who look after its settings. */
@Path("tenants/{tenant}/usage")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class UsageResource {

    @Inject
    Usage usage;

    /** Limits nearly or fully used up. */
    public record Warnings(List<LimitState> items) {}

    @GET
    public UsageView usage() {
        return usage.view();
    }

    @GET
    @Path("warnings")
    public Warnings warnings() {
        return new Warnings(usage.warnings());
    }

    /** The months as a file. */
    @GET
    @Path("months")
    @Produces("text/csv")
    @Answers(String.class)
    public Response months() {
        return Response.ok(UsageFile.of(usage.months()))
                .header("Content-Disposition", "attachment; filename=\"usage.csv\"")
                .build();
    }
}
