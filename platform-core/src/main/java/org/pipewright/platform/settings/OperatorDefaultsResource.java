package org.pipewright.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.identity.CurrentVisitor;
import org.pipewright.platform.jobs.EachTenant;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.Setting;

/** Defaults of features and settings, which the operator changes for all tenants that have not chosen (S-SET-09). */
@Path("operator/defaults")
@Admits(Who.OPERATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OperatorDefaultsResource {

    private static final String FEATURE = "feature";

    @Inject
    Modules modules;

    @Inject
    PlatformDefaults defaults;

    @Inject
    Settings settings;

    @Inject
    Callers callers;

    @Inject
    EachTenant tenants;

    @Inject
    CurrentVisitor visitor;

    /**
     * A default as it is shown.
     *
     * @param kind feature or setting
     * @param value in force where the tenant has not chosen
     * @param byDefault what the module says
     * @param operator what the operator chose, or null
     */
    record Members(
            String kind,
            String key,
            String module,
            String type,
            JsonValue value,
            @JsonbProperty("default") JsonValue byDefault,
            JsonValue operator,
            List<String> choices) {}

    /** All defaults. */
    record Page(List<Members> items) {}

    /** What the operator chose, the latest first. */
    public record ChangeList(List<PlatformDefaults.Change> items) {}

    /** Whether a feature is on in tenants that have not chosen, or null for what its module says. */
    public record FeatureDefault(Boolean enabled) {}

    /** The value of a setting in tenants that have not chosen, or null for what its module says. */
    public record SettingDefault(JsonValue value) {}

    /** Every feature and setting of the modules that are there. */
    @GET
    @Answers(Page.class)
    public JsonObject list() {
        Map<String, String> features = defaults.features();
        Map<String, String> values = defaults.settings();
        JsonArrayBuilder items = Json.createArrayBuilder();
        modules.all().forEach(module -> {
            module.features().forEach(feature -> items.add(view(FEATURE, module.id(), asSetting(feature), features)));
            module.settings().forEach(setting -> items.add(view("setting", module.id(), setting, values)));
        });
        return Json.createObjectBuilder().add("items", items).build();
    }

    /** Who chose what when. */
    @GET
    @Path("changes")
    public ChangeList changes() {
        return new ChangeList(defaults.changes());
    }

    /** Switches a feature for all tenants that have not chosen. */
    @PUT
    @Path("features/{feature}")
    @Answers(Page.class)
    public JsonObject feature(@PathParam("feature") String key, FeatureDefault choice) {
        Feature feature = modules.feature(key).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        Optional<Boolean> enabled = Optional.ofNullable(given(choice).enabled());
        if (defaults.choose(feature, enabled, operator())) {
            callers.forgetAll();
        }
        return list();
    }

    /** Sets a setting for all tenants that have not chosen. */
    @PUT
    @Path("settings/{key}")
    @Answers(Page.class)
    public JsonObject setting(@PathParam("key") String key, SettingDefault choice) {
        Setting setting = modules.setting(key).orElseThrow(() -> InvalidFields.refusal("key", "unknown"));
        JsonValue value = given(choice).value();
        Optional<String> text = value == null || value == JsonValue.NULL
                ? Optional.empty()
                : Optional.of(SettingValue.text(setting, value)
                        .orElseThrow(() -> InvalidFields.refusal("value", "wrong-type")));
        if (defaults.choose(setting, text, operator())) {
            callers.forgetAll();
            tenants.perform(() -> settings.follow(setting));
        }
        return list();
    }

    private static <T> T given(T choice) {
        return Optional.ofNullable(choice).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
    }

    private String operator() {
        return visitor.visitor().person().name();
    }

    /** A feature is shown as the switch that it is. */
    private static Setting asSetting(Feature feature) {
        return Setting.of(feature.key(), Setting.Type.BOOLEAN, String.valueOf(feature.enabledByDefault()));
    }

    private static JsonObject view(String kind, String module, Setting setting, Map<String, String> chosen) {
        JsonArrayBuilder choices = Json.createArrayBuilder();
        setting.choices().forEach(choices::add);
        String own = chosen.get(setting.key());
        return Json.createObjectBuilder()
                .add("kind", kind)
                .add("key", setting.key())
                .add("module", module)
                .add("type", setting.type().name().toLowerCase(Locale.ROOT))
                .add("value", SettingValue.json(setting, own == null ? setting.defaultValue() : own))
                .add("default", SettingValue.json(setting, setting.defaultValue()))
                .add("operator", PlatformDefaults.json(setting, own))
                .add("choices", choices)
                .build();
    }
}
