package org.pipewright.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Setting;

/** Settings of the tenant. */
@Path("tenants/{tenant}/settings")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class SettingsResource {

    @Inject
    Modules modules;

    @Inject
    Settings settings;

    @Inject
    CallerBinding caller;

    /**
     * A value to take over.
     *
     * @param value of the setting's type, or null for the default
     */
    public record Choice(JsonValue value) {}

    /** Every setting whose feature is on. */
    @GET
    @Answers(SettingValue.Page.class)
    public JsonObject settings() {
        ValuesInForce values = settings.inForce();
        JsonArrayBuilder items = Json.createArrayBuilder();
        modules.all()
                .forEach(module -> module.settings().stream()
                        .filter(setting -> caller.hasFeature(setting.feature()))
                        .forEach(setting -> items.add(view(module, setting, values))));
        return Json.createObjectBuilder().add("items", items).build();
    }

    /** Chooses a value, or with null the default. */
    @PUT
    @Path("{key}")
    @Answers(SettingValue.Members.class)
    public JsonObject choose(@PathParam("key") String key, Choice choice) {
        Setting setting = modules.setting(key).orElseThrow(() -> InvalidFields.refusal("key", "unknown"));
        caller.requireFeature(setting.feature());
        if (choice == null) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        settings.choose(setting, text(setting, choice.value()));
        return modules.all().stream()
                .filter(module -> module.settings().contains(setting))
                .map(module -> view(module, setting, settings.inForce()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> text(Setting setting, JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        return Optional.of(
                SettingValue.text(setting, value).orElseThrow(() -> InvalidFields.refusal("value", "wrong-type")));
    }

    private static JsonObject view(CrmModule module, Setting setting, ValuesInForce values) {
        JsonArrayBuilder choices = Json.createArrayBuilder();
        setting.choices().forEach(choices::add);
        JsonArrayBuilder dependsOn = Json.createArrayBuilder();
        setting.dependsOn().forEach(dependsOn::add);
        return Json.createObjectBuilder()
                .add("key", setting.key())
                .add("module", module.id())
                .add("label", setting.key())
                .add("help", setting.key() + ".help")
                .add("type", setting.type().name().toLowerCase(Locale.ROOT))
                .add("value", SettingValue.json(setting, values.value(setting)))
                .add("default", SettingValue.json(setting, values.byDefault(setting)))
                .add(
                        "tenant",
                        values.choice(setting)
                                .map(own -> SettingValue.json(setting, own))
                                .orElse(JsonValue.NULL))
                .add("choices", choices)
                .add("feature", setting.feature())
                .add("dependsOn", dependsOn)
                .add(
                        "blockedBy",
                        values.blockedBy(setting)
                                .<JsonValue>map(Json::createValue)
                                .orElse(JsonValue.NULL))
                .build();
    }
}
