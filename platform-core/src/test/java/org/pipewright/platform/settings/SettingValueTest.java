package org.pipewright.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.spi.modules.Setting;

class SettingValueTest {

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader("[" + text + "]"))) {
            return reader.readArray().get(0);
        }
    }

    @ParameterizedTest(name = "{0} takes {1}: {2}")
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "TEXT, '\"hello\"', hello",
                "TEXT, 5, ",
                "TEXT, true, ",
                "INTEGER, 42, 42",
                "INTEGER, '\"42\"', ",
                "INTEGER, 4.5, ",
                "INTEGER, 99999999999, ",
                "BOOLEAN, true, true",
                "BOOLEAN, '\"true\"', ",
                "CHOICE, '\"weekly\"', weekly",
                "CHOICE, '\"yearly\"', ",
                "LANGUAGE, '\"weekly\"', weekly",
                "LANGUAGE, '\"yearly\"', ",
                "TEXT, '[]', "
            })
    void takesOnlyValuesOfTheSettingsType(Setting.Type type, String value, String kept) {
        Setting setting = new Setting("shop.report", type, "", List.of("daily", "weekly"), "");

        assertThat(SettingValue.text(setting, json(value))).isEqualTo(Optional.ofNullable(kept));
    }
}
