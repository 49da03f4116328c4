package org.pipewright.platform.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.features.FeatureState;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Features of the tenant, each with its value for the caller and the layer that decided. */
@Path("tenants/{tenant}/features")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class FeaturesResource {

    @Inject
    Switches switches;

    @Inject
    CallerBinding caller;

    /** Every feature of the modules that are there, as far as the operator grants it. */
    @GET
    @Answers(FeatureView.Page.class)
    public JsonObject features() {
        Map<String, Map<String, Boolean>> roles = administers() ? switches.ofRoles() : Map.of();
        JsonArrayBuilder items = Json.createArrayBuilder();
        switches.ofCaller().states().stream()
                .filter(FeatureState::granted)
                .forEach(state -> items.add(FeatureView.of(state, roles.getOrDefault(state.key(), Map.of()))));
        return Json.createObjectBuilder().add("items", items).build();
    }

    /** Switches a feature on or off for the tenant, or back to the default. */
    @PUT
    @Path("{key}")
    @Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
    @Answers(FeatureView.Members.class)
    public JsonObject choose(@PathParam("key") String key, SwitchChoice choice) {
        switches.choose(key, Optional.ofNullable(given(choice).enabled()));
        return FeatureView.of(switches.ofCaller().state(key), switches.ofRoles().getOrDefault(key, Map.of()));
    }

    static SwitchChoice given(SwitchChoice choice) {
        return Optional.ofNullable(choice).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
    }

    private boolean administers() {
        return caller.level(CoreModule.SETTINGS, Action.USE) != Level.NONE
                || caller.level(CoreModule.ROLES, Action.USE) != Level.NONE;
    }
}
