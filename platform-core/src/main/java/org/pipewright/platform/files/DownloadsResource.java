package org.pipewright.platform.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.pipewright.platform.access.StoredParts;
import org.pipewright.platform.files.FileRows.Stored;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/**
 * Hands files out by the links the caller asked for. Nothing that could run is ever shown by a browser: it is given as
 * bytes to be saved, whatever the file says it is (S-REC-02).
 */
@Path("tenants/{tenant}/downloads/{token}")
@Admits(Who.MEMBER)
@ApplicationScoped
@Transactional
public class DownloadsResource {

    @Inject
    FileLinks links;

    @Inject
    FileRows rows;

    @Inject
    StoredParts parts;

    /** The file. */
    @GET
    @Produces({
        MediaType.APPLICATION_OCTET_STREAM,
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "application/pdf",
        "application/problem+json"
    })
    @Answers(String.class)
    public Response download(
            @PathParam("token") String token, @QueryParam("inline") @DefaultValue("false") boolean inline) {
        Stored stored = links.target(token);
        boolean shown = inline && FileContent.isHarmless(stored.mediaType());
        return Response.ok(parts.of(n -> rows.part(stored, n)))
                .type(shown ? stored.mediaType() : MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Length", stored.size())
                .header("Content-Disposition", (shown ? "inline" : "attachment") + named(stored.name()))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .header("X-Frame-Options", "SAMEORIGIN")
                .build();
    }

    /** As RFC 6266 has it: for those who know only ASCII, and as it is. */
    private static String named(String name) {
        String ascii = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        String coded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "; filename=\"" + ascii + "\"; filename*=UTF-8''" + coded;
    }
}
