package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/**
 * When the caller is away and who stands in meanwhile: everybody says so alone, whoever may write the absences of others
 * (S-AUTH-08).
 */
@Path("tenants/{tenant}/own-absences")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class OwnAbsencesResource {

    @Inject
    OwnAbsences own;

    /** Who stands in. */
    public record Deputy(UUID id, String name) {}

    /** An absence of the caller. */
    public record OwnAbsence(UUID id, LocalDate fromDay, LocalDate untilDay, Deputy deputy, String note) {}

    /** Those that are not over, the next first. */
    public record OwnAbsenceList(List<OwnAbsence> items) {}

    @GET
    public OwnAbsenceList absences() {
        return new OwnAbsenceList(own.coming());
    }

    /** Notes one; whoever stands in is told. */
    @POST
    @Answers(value = OwnAbsence.class, status = 201)
    public Response add(NewAbsence wanted) {
        OwnAbsence made = own.add(RequestBody.present(wanted));
        return Response.status(Response.Status.CREATED)
                .header("Location", "own-absences/" + made.id())
                .entity(made)
                .build();
    }

    /** Takes one back. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response withdraw(@PathParam("id") UUID id) {
        own.withdraw(id);
        return Response.noContent().build();
    }
}
