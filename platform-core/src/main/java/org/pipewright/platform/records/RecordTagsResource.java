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
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** The tags of a record. */
@Path("tenants/{tenant}/{records}/{id}/tags")
@Admits(Who.RECORDS)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class RecordTagsResource {

    @Inject
    RecordTypes types;

    @Inject
    RecordTags tags;

    @PathParam("records")
    String records;

    @PathParam("id")
    UUID id;

    /** Puts tags on the record and takes others off. */
    @POST
    @Answers(status = 204)
    public Response change(Tagging wanted) {
        tags.change(
                types.at(records),
                id,
                Optional.ofNullable(wanted).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED)));
        return Response.noContent().build();
    }
}
