package org.pipewright.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** The search over everything. */
@Path("tenants/{tenant}/search")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class SearchResource {

    private static final int LONGEST = 200;

    @Inject
    Search search;

    /** At most five records of each type the caller may view. */
    @GET
    public Found search(@QueryParam("q") String words) {
        if (words == null || words.strip().length() < 2) {
            return new Found(List.of());
        }
        String given = words.strip().replace("\0", "");
        return search.find(given.substring(0, Math.min(LONGEST, given.length())));
    }
}
