package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.StoredParts;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Hands out what a job made, to who started it: it was made with that person's rights. */
@Path("tenants/{tenant}/jobs/{id}/file")
@Admits(Who.MEMBER)
@ApplicationScoped
@Transactional
public class JobFileResource {

    @Inject
    JobFiles files;

    @Inject
    CallerBinding binding;

    @Inject
    StoredParts parts;

    /** The file. */
    @GET
    @Produces({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @Answers(String.class)
    public Response file(@PathParam("id") UUID id) {
        JobFile file = files.of(id, binding.memberId()).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        if (file.isExpired()) {
            throw Refusal.of(CoreErrorCode.LINK_EXPIRED);
        }
        return Response.ok(parts.of(n -> files.part(id, n)))
                .type(file.mediaType())
                .header("Content-Length", file.size())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
