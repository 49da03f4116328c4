package org.pipewright.deploy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final String KEY = "pipewright.platform.mail-host";

    private final Properties system = new Properties();
    private final Properties file = new Properties();

    @Test
    void readsTheEnvironmentVariableOfAKey() {
        Settings settings = new Settings(system, Map.of("PIPEWRIGHT_PLATFORM_MAIL_HOST", "smtp.example"), file);

        assertThat(settings.value(KEY)).contains("smtp.example");
    }

    @Test
    void prefersSystemPropertyToEnvironmentToFile() {
        file.setProperty(KEY, "from-file");
        Map<String, String> environment = Map.of("PIPEWRIGHT_PLATFORM_MAIL_HOST", "from-environment");

        assertThat(new Settings(system, Map.of(), file).value(KEY)).contains("from-file");
        assertThat(new Settings(system, environment, file).value(KEY)).contains("from-environment");
        system.setProperty(KEY, "from-system");
        assertThat(new Settings(system, environment, file).value(KEY)).contains("from-system");
    }

    @Test
    void takesABlankValueForNone() {
        file.setProperty(KEY, " ");

        assertThat(new Settings(system, Map.of(), file).value(KEY)).isEmpty();
    }

    @Test
    void passesOnOnlyKeysOfTheProduct() {
        file.setProperty("pipewright.sales.stale-after-days", "14");
        file.setProperty("other.key", "x");

        assertThat(new Settings(system, Map.of(), file).asVariables())
                .containsOnly(Map.entry("PIPEWRIGHT_SALES_STALE_AFTER_DAYS", "14"));
    }
}
