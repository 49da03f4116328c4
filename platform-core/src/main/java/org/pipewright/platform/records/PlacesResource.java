package org.pipewright.platform.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Where cards stand in the columns of a board. */
@Path("tenants/{tenant}/boards/{recordType}/places")
@Admits(Who.MEMBER)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class PlacesResource {

    @Inject
    Places places;

    @PathParam("recordType")
    String recordType;

    /**
     * Where a card is to stand.
     *
     * @param record the card
     * @param after the card right above; none to stand on top
     */
    public record Place(@NotNull UUID record, UUID after) {}

    /** Puts a card right below another one or on top, for everybody (S-PIPE-03). */
    @PUT
    @Answers(status = 204)
    public Response put(@Valid Place place) {
        Place wanted = Optional.ofNullable(place).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
        places.put(recordType, wanted.record(), Optional.ofNullable(wanted.after()));
        return Response.noContent().build();
    }
}
