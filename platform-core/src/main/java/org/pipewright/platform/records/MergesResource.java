package org.pipewright.platform.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Makes one record of several. */
@Path("tenants/{tenant}/{records}/{id}/merge")
@Admits(value = Who.RECORDS, action = Action.DELETE)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class MergesResource {

    @Inject
    RecordTypes types;

    @Inject
    Merges merges;

    @PathParam("records")
    String records;

    @PathParam("id")
    UUID id;

    /** Merges others into the record; their addresses lead to it from then on. */
    @POST
    @Answers(status = 204)
    public Response merge(Merge wanted) {
        merges.merge(
                types.at(records),
                id,
                Optional.ofNullable(wanted).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED)));
        return Response.noContent().build();
    }
}
