package org.pipewright.platform.firststeps;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;

/** First steps, for those who look after the tenant's settings. Progress is the tenant's, dismissing each person's. */
@Path("tenants/{tenant}/first-steps")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class FirstStepsResource {

    @Inject
    FirstSteps steps;

    /** Whether the list is put away. */
    public record Dismissal(@NotNull Boolean dismissed) {}

    /** Whether a step was done. */
    public record Progress(@NotNull Boolean done) {}

    @GET
    public FirstStepsView steps() {
        return steps.view();
    }

    @PUT
    public FirstStepsView dismiss(Dismissal dismissal) {
        steps.dismiss(dismissal.dismissed());
        return steps.view();
    }

    @PUT
    @Path("{step}")
    public FirstStepsView say(@PathParam("step") String step, Progress progress) {
        steps.say(FirstStep.named(step).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND)), progress.done());
        return steps.view();
    }
}
