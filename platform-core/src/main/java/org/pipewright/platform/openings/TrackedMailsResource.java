package org.pipewright.platform.openings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Base64;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.spi.records.Origin;

/** What mail programs and browsers of recipients ask for, who know nothing but the addresses in their mail (S-MAIL-05). */
@Path("mails/{tenant}/{token}")
@Admits(value = Who.ANYBODY, limited = true)
@ApplicationScoped
public class TrackedMailsResource {

    private static final byte[] POINT =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    MailOpenings openings;

    /** A picture of one invisible point, the same whether or not there is such a mail. */
    @GET
    @Path("picture")
    @Produces({"image/gif", "application/problem+json"})
    @Answers(String.class)
    public Response picture(@PathParam("tenant") String tenant, @PathParam("token") String token) {
        callers.systemOf(tenant)
                .ifPresent(caller -> binding.during(caller, Origin.INTAKE, () -> openings.opened(token)));
        return Response.ok(POINT, "image/gif")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Sends on to the page to which a link of the mail leads, and to no other. */
    @GET
    @Path("links/{link}")
    @Produces(MediaType.APPLICATION_JSON)
    @Answers(status = 302)
    public Response follow(
            @PathParam("tenant") String tenant, @PathParam("token") String token, @PathParam("link") UUID link) {
        String page = callers.systemOf(tenant)
                .flatMap(caller -> binding.during(caller, Origin.INTAKE, () -> openings.followed(token, link)))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        return Response.status(Response.Status.FOUND)
                .location(URI.create(URI.create(page).toASCIIString()))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
