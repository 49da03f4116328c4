package org.pipewright.platform.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.people.HeldRoles.HeldRole;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;

/** The roles of one person. */
@Path("tenants/{tenant}/people/{id}/roles")
@Admits(value = Who.MEMBER, capability = CoreModule.PEOPLE)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class MemberRolesResource {

    @Inject
    HeldRoles heldRoles;

    @Inject
    Records records;

    @PathParam("id")
    UUID id;

    /** Ids of roles. */
    public record RoleChoice(@NotNull @Size(max = 50) Set<UUID> roles) {}

    /** Roles held. */
    public record RoleList(List<HeldRole> roles) {}

    @GET
    public RoleList roles() {
        member();
        return new RoleList(heldRoles.of(id));
    }

    /**
     * Gives a member exactly these roles.
     *
     * @param confirmed {@code true} to go on though one takes the right to look after people from oneself
     */
    @PUT
    public RoleList replace(@QueryParam("confirm") String confirmed, RoleChoice choice) {
        Member member = member();
        if (!"true".equals(confirmed)) {
            heldRoles.requireNoLockOut(id, choice.roles());
        }
        heldRoles.replace(id, member.name(), choice.roles());
        return new RoleList(heldRoles.of(id));
    }

    private Member member() {
        return records.withId(Member.class, id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }
}
