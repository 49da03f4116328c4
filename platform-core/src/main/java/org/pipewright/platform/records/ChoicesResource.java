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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** What may be chosen for references of a record, while its form is filled in or somebody is about to move it. */
@Path("tenants/{tenant}/choices/{recordType}")
@Admits(Who.MEMBER)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class ChoicesResource {

    @Inject
    NarrowedChoices choices;

    @PathParam("recordType")
    String recordType;

    /**
     * Choices.
     *
     * @param fields ids that may be chosen, by field; a field that is not named takes any record
     */
    public record Choosable(Map<String, Set<UUID>> fields) {}

    /**
     * What may be chosen for a new record of these members, as {@code POST} takes them; with an {@code id} for the record
     * that is there, and with a verb for its input.
     */
    @POST
    @Answers(Choosable.class)
    public Response of(@QueryParam("verb") String verb, JsonObject members) {
        JsonObject given = RequestBody.present(members);
        return Response.ok(new Choosable(
                        verb == null ? choices.of(recordType, given) : choices.ofVerb(recordType, verb, given)))
                .build();
    }
}
