package org.pipewright.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.Setting;

/** What the operator wants to hold in tenants that have not chosen themselves, and the log of it (S-SET-09). */
@ApplicationScoped
class PlatformDefaults {

    private static final int SHOWN = 100;

    @Inject
    Sql sql;

    /**
     * A choice of the operator as the log tells it.
     *
     * @param kind feature or setting
     * @param before null for the product's own default, as after
     */
    public record Change(Instant at, String by, String kind, String key, String before, String after) {}

    /** Defaults of features. */
    @Transactional
    public Map<String, String> features() {
        return choices("select feature, enabled::text from platform.feature_default");
    }

    /** Defaults of settings. */
    @Transactional
    public Map<String, String> settings() {
        return choices("select key, value from platform.setting_default");
    }

    private Map<String, String> choices(String query) {
        Map<String, String> choices = new HashMap<>();
        sql.list(query, row -> choices.put(row.getString(1), row.getString(2)));
        return choices;
    }

    /** The latest choices, the latest first. */
    @Transactional
    public List<Change> changes() {
        return sql.list(
                "select changed_at, changed_by, lower(kind), key, before, after from platform.default_change"
                        + " order by id desc limit ?",
                row -> new Change(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                SHOWN);
    }

    /** Switches a feature in tenants that have not chosen; empty for the module's default. Tells whether that is new. */
    @Transactional
    public boolean choose(Feature feature, Optional<Boolean> choice, String operator) {
        Optional<String> before = Optional.ofNullable(features().get(feature.key()));
        sql.update("delete from platform.feature_default where feature = ?", feature.key());
        choice.ifPresent(enabled -> sql.update(
                "insert into platform.feature_default (feature, enabled) values (?, ?)", feature.key(), enabled));
        return noted("FEATURE", feature.key(), before, choice.map(String::valueOf), operator);
    }

    /** Sets a setting in tenants that have not chosen; empty for the module's default. Tells whether that is new. */
    @Transactional
    public boolean choose(Setting setting, Optional<String> choice, String operator) {
        Optional<String> before = Optional.ofNullable(settings().get(setting.key()));
        sql.update("delete from platform.setting_default where key = ?", setting.key());
        choice.ifPresent(value ->
                sql.update("insert into platform.setting_default (key, value) values (?, ?)", setting.key(), value));
        return noted("SETTING", setting.key(), before, choice, operator);
    }

    private boolean noted(String kind, String key, Optional<String> before, Optional<String> after, String operator) {
        boolean changed = !before.equals(after);
        if (changed) {
            sql.update(
                    "insert into platform.default_change (changed_by, kind, key, before, after) values (?, ?, ?, ?, ?)",
                    operator,
                    kind,
                    key,
                    before.orElse(null),
                    after.orElse(null));
        }
        return changed;
    }

    static JsonValue json(Setting setting, String text) {
        return text == null ? JsonValue.NULL : SettingValue.json(setting, text);
    }
}
