package org.pipewright.platform.shares;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** With whom a record is shared. */
@Path("tenants/{tenant}/{records}/{id}/shares")
@Admits(Who.RECORDS)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class SharesResource {

    @Inject
    RecordTypes types;

    @Inject
    Shares shares;

    @PathParam("records")
    String records;

    @PathParam("id")
    UUID id;

    @Context
    UriInfo uri;

    /** All shares of the record, also those that are over. */
    @GET
    public Share.Page list() {
        return new Share.Page(shares.of(types.at(records), id));
    }

    /** Shares the record, or changes what was shared with the same member or team. */
    @POST
    @Answers(value = Share.class, status = 201)
    public Response share(NewShare wanted) {
        Share share = shares.share(
                types.at(records),
                id,
                Optional.ofNullable(wanted).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED)));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(share.id().toString()).build())
                .entity(share)
                .build();
    }

    /** Shares it no more. */
    @DELETE
    @Path("{share}")
    public void withdraw(@PathParam("share") UUID share) {
        shares.withdraw(types.at(records), id, share);
    }
}
