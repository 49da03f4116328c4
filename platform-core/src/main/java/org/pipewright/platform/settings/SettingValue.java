package org.pipewright.platform.settings;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Optional;
import org.pipewright.platform.spi.modules.Setting;

/** Values of a setting: typed in JSON, text in the database. */
final class SettingValue {

    private static final int LONGEST_TEXT = 1000;

    private SettingValue() {}

    /**
     * What is shown of a setting.
     *
     * @param value in force
     * @param tenant what the tenant chose, or null
     * @param dependsOn keys of the settings without which it has no effect
     * @param blockedBy the one of them that is off, or null
     */
    record Members(
            String key,
            String module,
            String label,
            String help,
            String type,
            JsonValue value,
            @JsonbProperty("default") JsonValue byDefault,
            JsonValue tenant,
            List<String> choices,
            String feature,
            List<String> dependsOn,
            String blockedBy) {}

    /** All settings. */
    record Page(List<Members> items) {}

    /** The text to keep, or nothing if the value does not fit the setting. */
    static Optional<String> text(Setting setting, JsonValue value) {
        return switch (setting.type()) {
            case TEXT -> string(value).filter(text -> text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0);
            case CHOICE, LANGUAGE -> string(value).filter(setting.choices()::contains);
            case BOOLEAN -> bool(value);
            case INTEGER -> integer(value);
        };
    }

    private static Optional<String> string(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static Optional<String> bool(JsonValue value) {
        return value == JsonValue.TRUE || value == JsonValue.FALSE ? Optional.of(value.toString()) : Optional.empty();
    }

    private static Optional<String> integer(JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(String.valueOf(number.intValueExact()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    static JsonValue json(Setting setting, String text) {
        return switch (setting.type()) {
            case TEXT, CHOICE, LANGUAGE -> Json.createValue(text);
            case BOOLEAN -> Boolean.parseBoolean(text) ? JsonValue.TRUE : JsonValue.FALSE;
            case INTEGER -> Json.createValue(Integer.parseInt(text));
        };
    }
}
