package org.pipewright.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.access.AccessChanged;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.History;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.settings.SettingChosen;
import org.pipewright.platform.spi.settings.TenantSettings;

/** Settings of the bound tenant. */
@ApplicationScoped
class Settings implements TenantSettings {

    @Inject
    Sql sql;

    @Inject
    Modules modules;

    @Inject
    History history;

    @Inject
    Event<SettingChosen> chosenNow;

    @Inject
    Event<AccessChanged> access;

    @Inject
    CallerBinding caller;

    @Override
    public String text(String key) {
        Setting setting =
                modules.setting(key).orElseThrow(() -> new IllegalArgumentException("No setting is called " + key));
        return setting.dependsOn().isEmpty()
                ? sql.first("select value from core.setting_chosen where key = ?", row -> row.getString(1), key)
                        .orElse(setting.defaultValue())
                : inForce().value(setting);
    }

    @Override
    public int integer(String key) {
        return Integer.parseInt(text(key));
    }

    @Override
    public boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    /** All settings as they hold for the tenant. */
    ValuesInForce inForce() {
        return ValuesInForce.of(
                modules.settings(),
                choices("select key, value from platform.setting_default"),
                choices("select key, value from core.setting"));
    }

    private Map<String, String> choices(String query) {
        Map<String, String> choices = new HashMap<>();
        sql.list(query, row -> choices.put(row.getString(1), row.getString(2)));
        return choices;
    }

    /** Chooses a value; an empty choice returns to the default. */
    void choose(Setting setting, Optional<String> choice) {
        ValuesInForce former = inForce();
        Optional<String> before = former.choice(setting);
        sql.update("delete from core.setting where key = ?", setting.key());
        choice.ifPresent(
                value -> sql.update("insert into core.setting (key, value) values (?, ?)", setting.key(), value));
        if (!before.equals(choice)) {
            tell(former, inForce(), setting);
            history.record("setting:" + setting.key(), "edit", json(setting, before), json(setting, choice));
            access.fire(new AccessChanged(caller.tenantId()));
        }
    }

    /** Tells of the setting itself and of those that have or lose their effect with it. */
    private void tell(ValuesInForce before, ValuesInForce now, Setting changed) {
        modules.settings().stream()
                .filter(setting ->
                        setting.equals(changed) || !before.value(setting).equals(now.value(setting)))
                .forEach(setting -> chosenNow.fire(new SettingChosen(setting.key(), now.value(setting))));
    }

    /** Tells what follows from another default of the operator, unless the bound tenant has chosen itself. */
    @Transactional
    public void follow(Setting setting) {
        ValuesInForce values = inForce();
        if (values.choice(setting).isEmpty()) {
            chosenNow.fire(new SettingChosen(setting.key(), values.value(setting)));
        }
    }

    private static JsonValue json(Setting setting, Optional<String> value) {
        return value.map(text -> SettingValue.json(setting, text)).orElse(JsonValue.NULL);
    }
}
