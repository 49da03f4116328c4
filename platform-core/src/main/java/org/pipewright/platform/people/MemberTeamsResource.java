package org.pipewright.platform.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.people.MemberTeams.TeamOfMember;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;

/** The teams of one person (S-TEN-23). */
@Path("tenants/{tenant}/people/{id}/teams")
@Admits(value = Who.MEMBER, capability = CoreModule.PEOPLE)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class MemberTeamsResource {

    @Inject
    MemberTeams memberTeams;

    @Inject
    Records records;

    @PathParam("id")
    UUID id;

    /** Teams somebody belongs to, the main one first. */
    public record TeamList(List<TeamOfMember> teams) {}

    @GET
    public TeamList teams() {
        member();
        return new TeamList(memberTeams.of(id));
    }

    /** Lets the member belong to exactly these teams. */
    @PUT
    public TeamList replace(TeamChoice wanted) {
        TeamChoice choice = RequestBody.present(wanted);
        Member member = member();
        List<FieldError> errors = choice.errors(memberTeams.areKnown(choice.teams()));
        if (!errors.isEmpty()) {
            throw InvalidFields.refusal(errors);
        }
        memberTeams.replace(member, choice.main(), choice.teams());
        return new TeamList(memberTeams.of(id));
    }

    private Member member() {
        return records.withId(Member.class, id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }
}
