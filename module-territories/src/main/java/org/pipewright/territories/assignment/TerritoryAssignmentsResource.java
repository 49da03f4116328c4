package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.tree.Territory;

/** In which territory a record of any type is, and why. */
@Path("tenants/{tenant}/territory-assignments/{recordType}/{record}")
@Admits(value = Who.MEMBER, feature = Territory.FEATURE, recordType = Territory.NAME)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class TerritoryAssignmentsResource {

    @Inject
    Explaining explaining;

    @Inject
    Pinning pinning;

    /** The territory, those that matched too, and the latest moves. */
    @GET
    public AssignmentView of(@PathParam("recordType") String recordType, @PathParam("record") UUID record) {
        return explaining.of(recordType, record).orElseThrow(() -> Refusal.of(TerritoriesErrorCode.RECORD_NOT_FOUND));
    }

    /** Holds the record in a territory, or out of all, whatever the rules say. */
    @PUT
    @Path("pin")
    @Admits(value = Who.MEMBER, feature = Territory.FEATURE, recordType = Territory.NAME, action = Action.EDIT)
    public AssignmentView pin(
            @PathParam("recordType") String recordType, @PathParam("record") UUID record, @Valid NewPin pin) {
        requireSeen(recordType, record);
        pinning.pin(
                recordType,
                record,
                Optional.ofNullable(pin).orElseThrow(() -> Refusal.of(TerritoriesErrorCode.PIN_REFUSED)));
        return of(recordType, record);
    }

    /** Lets the rules decide again. */
    @DELETE
    @Path("pin")
    @Admits(value = Who.MEMBER, feature = Territory.FEATURE, recordType = Territory.NAME, action = Action.EDIT)
    @Answers(status = 204)
    public Response release(@PathParam("recordType") String recordType, @PathParam("record") UUID record) {
        requireSeen(recordType, record);
        pinning.release(recordType, record);
        return Response.noContent().build();
    }

    private void requireSeen(String recordType, UUID record) {
        if (!explaining.isSeen(recordType, record)) {
            throw Refusal.of(TerritoriesErrorCode.RECORD_NOT_FOUND);
        }
    }
}
