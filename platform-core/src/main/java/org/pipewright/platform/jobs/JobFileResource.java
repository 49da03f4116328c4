package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
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

    /** The file. */
    @GET
    @Produces({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @Answers(String.class)
    public Response file(@PathParam("id") UUID id) {
        JobFile file = files.of(id, binding.memberId()).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        if (file.isExpired()) {
            throw Refusal.of(CoreErrorCode.LINK_EXPIRED);
        }
        return Response.ok(parts(id))
                .type(file.mediaType())
                .header("Content-Length", file.size())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .build();
    }

    private StreamingOutput parts(UUID id) {
        var caller = binding.caller();
        var origin = binding.origin();
        return out -> {
            Optional<byte[]> part = Optional.of(new byte[0]);
            for (int n = 0; part.isPresent(); n++) {
                out.write(part.get());
                int next = n;
                part = binding.during(caller, origin, () -> files.part(id, next));
            }
        };
    }
}
