package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.tenants.OperatorTenants.TenantEntry;

/** The operator's console (S-TEN-19). The gate lets operators through only. */
@Path("operator/tenants")
@Admits(Who.OPERATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OperatorResource {

    @Inject
    OperatorTenants tenants;

    @Inject
    TenantLife life;

    @Inject
    Entitlements entitlements;

    @Inject
    LateSetUp lateSetUp;

    @Inject
    Modules modules;

    @Inject
    OnBehalf onBehalf;

    /** Why a tenant is suspended. */
    public record Suspension(@NotBlank @Size(max = 500) String reason) {}

    /** Whether a module is granted. */
    public record ModuleGrant(@NotNull Boolean granted) {}

    /** What a tenant is sold, by the operator's own name for it; null or blank for none. */
    public record Plan(@Size(max = 60) String plan) {}

    /** A page of tenants by name. */
    @GET
    public OperatorPage list(@BeanParam OperatorFilter filter) {
        return tenants.page(filter);
    }

    @PUT
    @Path("{id}/plan")
    public TenantEntry plan(@PathParam("id") UUID id, Plan plan) {
        return forTenant(id, () -> entitlements.sell(plan.plan()));
    }

    @POST
    @Path("{id}/suspend")
    public TenantEntry suspend(@PathParam("id") UUID id, Suspension suspension) {
        return forTenant(id, () -> life.suspend(suspension.reason()));
    }

    @POST
    @Path("{id}/reactivate")
    public TenantEntry reactivate(@PathParam("id") UUID id) {
        return forTenant(id, life::reactivate);
    }

    @PUT
    @Path("{id}/modules/{module}")
    public TenantEntry grant(@PathParam("id") UUID id, @PathParam("module") String module, ModuleGrant grant) {
        if (module.equals(CoreModule.ID) || modules.withId(module).isEmpty()) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        forTenant(id, () -> entitlements.grant(module, grant.granted()));
        if (grant.granted()) {
            lateSetUp.ofTenant(id);
        }
        return entry(id);
    }

    private TenantEntry forTenant(UUID id, Runnable work) {
        onBehalf.of(id, () -> {
            work.run();
            return null;
        });
        return entry(id);
    }

    private TenantEntry entry(UUID id) {
        return tenants.withId(id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }
}
