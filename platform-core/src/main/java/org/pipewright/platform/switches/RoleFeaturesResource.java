package org.pipewright.platform.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Features of single roles: a feature the tenant has on may be off for some (S-ROLE-12). */
@Path("tenants/{tenant}/roles/{id}/features/{key}")
@Admits(value = Who.MEMBER, capability = CoreModule.ROLES)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class RoleFeaturesResource {

    @Inject
    Switches switches;

    /** Switches a feature on or off for the role, or leaves it to the tenant. */
    @PUT
    @Answers(FeatureView.Members.class)
    public JsonObject choose(@PathParam("id") String role, @PathParam("key") String key, SwitchChoice choice) {
        switches.choose(
                id(role),
                key,
                Optional.ofNullable(FeaturesResource.given(choice).enabled()));
        return FeatureView.of(switches.ofCaller().state(key), switches.ofRoles().getOrDefault(key, Map.of()));
    }

    private static UUID id(String role) {
        try {
            return UUID.fromString(role);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }
}
