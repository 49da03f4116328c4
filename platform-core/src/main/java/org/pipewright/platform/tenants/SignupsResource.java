package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.keycloak.IdentityProvider;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Where organisations sign up. Open to everybody, counted by address. */
@Path("signups")
@Admits(value = Who.ANYBODY, limited = true)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignupsResource {

    private static final int LONGEST_KEY = 200;

    @Inject
    Signups signups;

    @Inject
    Provisioning provisioning;

    @Inject
    IdentityProvider provider;

    /** What the holder of the link sees before confirming. */
    public record SignupView(String organisation, String email, boolean passwordRequired) {}

    /** The password of a new account; it is handed to the identity provider and not kept. */
    public record Confirmation(@Size(max = 200) String password) {}

    /** The new tenant. */
    public record Confirmed(TenantView tenant) {}

    /** The tenant as its first administrator is told. */
    public record TenantView(UUID id, String slug, String name, String status) {}

    @POST
    @Answers(status = 202)
    public Response signUp(@HeaderParam("Idempotency-Key") String key, NewSignup signup) {
        SignupRules.require(signup);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        boolean isRepeated = !signups.begin(signup, Optional.ofNullable(key));
        Response.ResponseBuilder answer = Response.accepted();
        return (isRepeated ? answer.header("Idempotency-Replayed", "true") : answer).build();
    }

    @GET
    @Path("{token}")
    public SignupView view(@PathParam("token") String token) {
        Signup signup = signups.open(token);
        boolean known = provider.accountOf(signup.adminEmail()).isPresent();
        return new SignupView(signup.tenant().name(), signup.adminEmail(), !known);
    }

    @POST
    @Path("{token}/confirm")
    public Confirmed confirm(@PathParam("token") String token, Confirmation confirmation) {
        Signup signup = signups.claim(token);
        try {
            provisioning.provision(signup, confirmation == null ? null : confirmation.password());
        } finally {
            signups.release(signup);
        }
        NewTenant tenant = signup.tenant();
        return new Confirmed(new TenantView(tenant.id(), tenant.slug(), tenant.name(), "ACTIVE"));
    }

    @POST
    @Path("{token}/resend")
    @Answers(status = 202)
    public Response resend(@PathParam("token") String token) {
        signups.resend(token);
        return Response.accepted().build();
    }
}
