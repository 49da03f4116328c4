package org.pipewright.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pipewright.deploy.processes.StartFailure;
import org.pipewright.deploy.settings.DataFolder;
import org.pipewright.deploy.settings.Keys;
import org.pipewright.deploy.settings.Settings;

class ConfigurationTest {

    @TempDir
    Path data;

    private final Properties configured = new Properties();
    private Options options;

    @BeforeEach
    void standardOptions() {
        options = Options.of(List.of("--port", "9000", "--data", data.toString()));
    }

    @Test
    void decidesEverythingWhenNothingIsConfigured() {
        Configuration configuration = configuration();

        assertThat(configuration.ownDatabase()).isTrue();
        assertThat(configuration.ownIssuer()).isTrue();
        assertThat(configuration.catchesMail()).isTrue();
        assertThat(configuration.value(Keys.PUBLIC_URL)).isEqualTo("http://localhost:9000");
        assertThat(configuration.value(Keys.ISSUER_URL)).isEqualTo("http://localhost:9001/realms/pipewright");
        assertThat(configuration.value(Keys.OPERATORS)).isEqualTo("operator@pipewright.example");
    }

    @Test
    void passesTheSettingsOnAsEnvironmentVariables() {
        Map<String, String> variables = configuration().variables();

        assertThat(variables)
                .containsEntry("PIPEWRIGHT_PLATFORM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:9002/pipewright")
                .containsEntry("PIPEWRIGHT_PLATFORM_MAIL_PORT", "9003");
    }

    @Test
    void passesOnAModulesSettingThatItDoesNotKnow() {
        configured.setProperty("pipewright.sales.stale-after-days", "14");

        assertThat(configuration().variables()).containsEntry("PIPEWRIGHT_SALES_STALE_AFTER_DAYS", "14");
    }

    @Test
    void keepsTheOwnersPasswordFromTheApplication() {
        assertThat(configuration().database().ownerPassword()).isNotBlank();
        assertThat(configuration().variables()).containsEntry("PIPEWRIGHT_PLATFORM_DATABASE_OWNER_PASSWORD", "");
    }

    @Test
    void namesThePasswordThatADatabaseOfOnesOwnNeeds() {
        configured.setProperty(Keys.DATABASE_URL, "jdbc:postgresql://db.example/crm");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(this::configuration)
                .withMessageContaining("pipewright.platform.database-password")
                .withMessageContaining("PIPEWRIGHT_PLATFORM_DATABASE_PASSWORD");
    }

    @Test
    void namesTheSecretThatAnIssuerOfOnesOwnNeeds() {
        configured.setProperty(Keys.ISSUER_URL, "https://login.example/realms/crm");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(this::configuration)
                .withMessageContaining("pipewright.platform.client-secret");
    }

    @Test
    void listensForEverybodyOnlyWithAnIssuerOfOnesOwn() {
        assertThat(configuration().address()).isEqualTo("127.0.0.1");

        configured.setProperty(Keys.ISSUER_URL, "https://login.example/realms/crm");
        configured.setProperty(Keys.CLIENT_SECRET, "web");
        configured.setProperty(Keys.KEYCLOAK_CLIENT_SECRET, "admin");
        configured.setProperty(Keys.PUBLIC_URL, "https://crm.example");

        assertThat(configuration().address()).isEqualTo("0.0.0.0");
        assertThat(configuration().value(Keys.KEYCLOAK_URL)).isEqualTo("https://login.example");
    }

    private Configuration configuration() {
        try (DataFolder folder = DataFolder.opened(data)) {
            return new Configuration(options, new Settings(configured, Map.of(), new Properties()), folder.secrets());
        }
    }
}
