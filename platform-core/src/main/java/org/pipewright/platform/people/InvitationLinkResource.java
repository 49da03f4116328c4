package org.pipewright.platform.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Supplier;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.TenantFacts;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.keycloak.IdentityProvider;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Origin;

/** Where the link of an invitation leads. Open to whoever holds the link, counted by address. */
@Path("invitations/{token}")
@Admits(value = Who.ANYBODY, limited = true)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvitationLinkResource {

    @Inject
    InvitationRows rows;

    @Inject
    Joining joining;

    @Inject
    IdentityProvider provider;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @PathParam("token")
    String token;

    /** What the invited person sees. */
    public record InvitationLink(
            String organisation, String name, String email, String invitedBy, boolean passwordRequired) {}

    /** The person's own name, and the password of a new account, which goes to the identity provider only. */
    public record Acceptance(
            @Size(max = 100) String name, @Size(max = 200) String password) {}

    /** The tenant joined. */
    public record Joined(TenantView tenant) {}

    /** The tenant as a new member is told. */
    public record TenantView(UUID id, String slug, String name, String status) {}

    @GET
    public InvitationLink view() {
        InvitationRows.Link link = link();
        Caller tenant = tenant(link);
        Invitation invitation = inTenant(tenant, () -> joining.usable(link));
        return new InvitationLink(
                tenant.tenant().name(),
                invitation.name(),
                invitation.email(),
                invitation.invitedBy(),
                provider.accountOf(invitation.email()).isEmpty());
    }

    @POST
    public Joined accept(Acceptance acceptance) {
        InvitationRows.Link link = link();
        Caller tenant = tenant(link);
        Invitation invitation = inTenant(tenant, () -> joining.usable(link));
        String subject = account(invitation, acceptance);
        provider.ensureOrganisation(link.tenant(), tenant.tenant().name());
        provider.addMember(link.tenant(), subject);
        inTenant(tenant, () -> {
            joining.join(link, subject, acceptance.name());
            return null;
        });
        return joined(tenant.tenant());
    }

    private static Joined joined(TenantFacts tenant) {
        return new Joined(new TenantView(tenant.id(), tenant.slug(), tenant.name(), tenant.status()));
    }

    private String account(Invitation invitation, Acceptance acceptance) {
        return provider.accountOf(invitation.email()).orElseGet(() -> {
            requirePassword(acceptance.password());
            String name =
                    acceptance.name() == null || acceptance.name().isBlank() ? invitation.name() : acceptance.name();
            return provider.createAccount(invitation.email(), name, acceptance.password());
        });
    }

    private static void requirePassword(String password) {
        if (password == null || password.isBlank()) {
            throw InvalidFields.refusal("password", "required");
        }
    }

    private InvitationRows.Link link() {
        return rows.link(token).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    /** The tenant itself acts; one that is suspended or leaving takes nobody in. */
    private Caller tenant(InvitationRows.Link link) {
        Caller tenant = callers.system(link.tenant());
        if (!tenant.tenant().status().equals("ACTIVE")) {
            throw Refusal.of(CoreErrorCode.TENANT_SUSPENDED);
        }
        return tenant;
    }

    private <T> T inTenant(Caller tenant, Supplier<T> work) {
        return binding.during(tenant, Origin.INTAKE, work);
    }
}
