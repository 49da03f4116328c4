package org.pipewright.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.modules.Setting.Type;

class ValuesInForceTest {

    private static final Setting TELL = new Setting("shop.tell", Type.BOOLEAN, "false", List.of(), "");
    private static final Setting DAYS = new Setting("shop.days", Type.INTEGER, "3", List.of(), "").with("shop.tell");
    private static final Setting WORDS = new Setting("shop.words", Type.TEXT, "", List.of(), "").with("shop.days");

    private static ValuesInForce with(String... chosen) {
        return ValuesInForce.of(
                List.of(TELL, DAYS, WORDS),
                Map.of("shop.words", "Later"),
                chosen.length == 0 ? Map.of() : Map.of(chosen[0], chosen[1], "shop.days", "7", "shop.words", "Soon!"));
    }

    @Test
    void leavesTheDefaultInForceWhileAParentIsOffAndRemembersTheChoice() {
        ValuesInForce values = with("shop.tell", "false");

        assertThat(values.value(DAYS)).isEqualTo("3");
        assertThat(values.choice(DAYS)).contains("7");
        assertThat(values.blockedBy(DAYS)).contains("shop.tell");
    }

    @Test
    void takesTheChoiceOnceTheParentIsOn() {
        ValuesInForce values = with("shop.tell", "true");

        assertThat(values.value(DAYS)).isEqualTo("7");
        assertThat(values.blockedBy(DAYS)).isEmpty();
        assertThat(values.value(WORDS)).isEqualTo("Soon!");
    }

    @Test
    void asksForTheValueInForceOfAParentNotForItsChoice() {
        Setting quiet = new Setting("shop.days", Type.INTEGER, "0", List.of(), "").with("shop.tell");
        ValuesInForce values = ValuesInForce.of(
                List.of(TELL, quiet, WORDS), Map.of(), Map.of("shop.days", "7", "shop.words", "Soon!"));

        assertThat(values.value(WORDS)).isEmpty();
        assertThat(values.blockedBy(WORDS)).contains("shop.days");
    }

    @Test
    void followsTheOperatorsDefaultWhileNothingIsChosen() {
        ValuesInForce values = ValuesInForce.of(
                List.of(TELL, DAYS), Map.of("shop.tell", "true", "shop.days", "5"), Map.of("shop.days", "7"));

        assertThat(values.value(TELL)).isEqualTo("true");
        assertThat(values.value(DAYS)).isEqualTo("7");
        assertThat(values.byDefault(DAYS)).isEqualTo("5");
    }

    @ParameterizedTest(name = "{0} {1} is on: {2}")
    @CsvSource({
        "BOOLEAN, true, true",
        "BOOLEAN, false, false",
        "INTEGER, 5, true",
        "INTEGER, 0, false",
        "TEXT, gold, true",
        "TEXT, '', false",
        "LANGUAGE, de, true",
        "CHOICE, WARN, true",
        "CHOICE, OFF, false",
        "CHOICE, NONE, false"
    })
    void knowsWhenAParentIsOn(Type type, String value, boolean on) {
        Setting parent = new Setting("shop.parent", type, "", List.of("WARN", "OFF", "NONE"), "");

        assertThat(parent.isOn(value)).isEqualTo(on);
    }
}
