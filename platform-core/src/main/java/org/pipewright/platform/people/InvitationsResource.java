package org.pipewright.platform.people;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.people.HeldRoles.HeldRole;
import org.pipewright.platform.people.MemberTeams.TeamOfMember;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Invitations of the tenant. */
@Path("tenants/{tenant}/invitations")
@Admits(value = Who.MEMBER, capability = CoreModule.PEOPLE)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class InvitationsResource {

    @Inject
    Invitations invitations;

    @Inject
    InvitationRows rows;

    @Inject
    HeldRoles heldRoles;

    @Inject
    MemberTeams memberTeams;

    @Context
    UriInfo uri;

    /** All invitations, newest first. */
    public record InvitationList(List<InvitationView> items) {}

    /** One invitation. */
    public record InvitationView(
            UUID id,
            UUID member,
            String name,
            String email,
            String status,
            List<HeldRole> roles,
            UUID team,
            List<TeamOfMember> teams,
            String invitedBy,
            Instant createdAt,
            Instant expiresAt) {}

    @GET
    public InvitationList list() {
        return new InvitationList(rows.all().stream().map(this::view).toList());
    }

    @POST
    @Answers(value = InvitationView.class, status = 201)
    public Response invite(NewInvitation wanted) {
        UUID id = invitations.invite(wanted);
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(view(rows.withId(id).orElseThrow()))
                .build();
    }

    @POST
    @Path("{id}/resend")
    public InvitationView resend(@PathParam("id") UUID id) {
        invitations.resend(id);
        return view(rows.withId(id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND)));
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") UUID id) {
        invitations.revoke(id);
    }

    private InvitationView view(Invitation invitation) {
        return new InvitationView(
                invitation.id(),
                invitation.memberId(),
                invitation.name(),
                invitation.email(),
                invitation.state().name(),
                heldRoles.of(invitation.memberId()),
                invitation.team(),
                memberTeams.of(invitation.memberId()),
                invitation.invitedBy(),
                invitation.createdAt(),
                invitation.expiresAt());
    }
}
