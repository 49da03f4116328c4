package org.pipewright.platform.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** What rules propose while the form of a record is filled in, such as the price of a line (S-PROD-02). */
@Path("tenants/{tenant}/proposals/{recordType}")
@Admits(Who.MEMBER)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class ProposalsResource {

    @Inject
    Proposals proposals;

    @PathParam("recordType")
    String recordType;

    /** What would be filled into a new record of these members, as {@code POST} takes them, and where it is from. */
    @POST
    @Answers(Proposals.Proposal.class)
    public Response propose(JsonObject members) {
        return Response.ok(proposals.of(recordType, RequestBody.present(members)))
                .build();
    }
}
