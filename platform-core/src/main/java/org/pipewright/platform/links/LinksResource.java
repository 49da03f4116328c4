package org.pipewright.platform.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.links.LinkCalls.Asked;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.links.OutsidePage;
import org.pipewright.platform.spi.links.Visitor;
import org.pipewright.platform.spi.modules.Answers;

/** What somebody outside sees under a link, and the answers (S-QUO-07, S-QUO-08). */
@Path("links/{tenant}/{token}")
@Admits(Who.ANYBODY)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinksResource {

    static final String PDF = "application/pdf";

    @Inject
    LinkCalls calls;

    /**
     * An answer.
     *
     * @param answers by name of the question; a tick is {@code true}
     */
    public record Answer(Map<String, String> answers) {}

    @GET
    public OutsidePage page(
            @PathParam("tenant") String tenant, @PathParam("token") String token, @Context HttpServletRequest request) {
        return calls.page(asked(tenant, token, request));
    }

    /** Answers what the page asks; the page is as it is then. */
    @POST
    @Path("{ask}")
    public OutsidePage answer(
            @PathParam("tenant") String tenant,
            @PathParam("token") String token,
            @PathParam("ask") String ask,
            Answer answer,
            @Context HttpServletRequest request) {
        if (answer == null) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        return calls.answer(
                asked(tenant, token, request),
                ask,
                Optional.ofNullable(answer.answers()).orElse(Map.of()));
    }

    /** A file that the page names, as it was kept (S-PDF-03). */
    @GET
    @Path("files/{name}")
    @Produces({PDF, "application/problem+json"})
    @Answers(String.class)
    public Response file(
            @PathParam("tenant") String tenant,
            @PathParam("token") String token,
            @PathParam("name") String name,
            @Context HttpServletRequest request) {
        return Response.ok(calls.file(asked(tenant, token, request), name))
                .header("Content-Disposition", disposition(name))
                .build();
    }

    static String disposition(String name) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Asked asked(String tenant, String token, HttpServletRequest request) {
        return new Asked(tenant, token, visitor(request));
    }

    static Visitor visitor(HttpServletRequest request) {
        String program = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return new Visitor(
                request.getRemoteAddr(),
                program.substring(0, Math.min(200, program.length())),
                Instant.now(),
                Optional.empty());
    }
}
