package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** The organisation's logo, as it stands on new documents. */
@Path("tenants/{tenant}/organisation/logo")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class LogoResource {

    @Inject
    Logos logos;

    /** The file. */
    @GET
    @Produces({"image/png", "image/jpeg", "application/problem+json"})
    @Admits(Who.MEMBER)
    @Answers(String.class)
    public Response logo() {
        Logo logo = logos.current().orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        return Response.ok(logo.content(), logo.mediaType())
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    /** Puts another in its place. */
    @PUT
    @Answers(status = 204)
    public Response choose(NewLogo wanted) {
        logos.choose(Logo.of(Optional.ofNullable(wanted).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED))));
        return Response.noContent().build();
    }

    /** Does without one from now on. */
    @DELETE
    @Answers(status = 204)
    public Response remove() {
        logos.remove();
        return Response.noContent().build();
    }
}
