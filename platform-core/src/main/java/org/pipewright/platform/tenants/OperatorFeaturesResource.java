package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.tenants.Entitlements.GrantedFeature;

/** Single features that the operator grants a tenant or withholds (S-PLAT-16). */
@Path("operator/tenants/{id}/features")
@Admits(Who.OPERATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OperatorFeaturesResource {

    @Inject
    OnBehalf onBehalf;

    @Inject
    Entitlements entitlements;

    /** All features of the modules that are there. */
    public record FeatureList(List<GrantedFeature> items) {}

    /** Whether a feature is granted. */
    public record FeatureGrant(@NotNull Boolean granted) {}

    @GET
    public FeatureList list(@PathParam("id") UUID id) {
        return new FeatureList(onBehalf.of(id, entitlements::features));
    }

    @PUT
    @Path("{feature}")
    public FeatureList grant(@PathParam("id") UUID id, @PathParam("feature") String feature, FeatureGrant grant) {
        return onBehalf.of(id, () -> {
            entitlements.grantFeature(feature, grant.granted());
            return new FeatureList(entitlements.features());
        });
    }
}
