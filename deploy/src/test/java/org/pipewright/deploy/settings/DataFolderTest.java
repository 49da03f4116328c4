package org.pipewright.deploy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pipewright.deploy.processes.StartFailure;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void refusesAFolderThatHoldsSomethingElse() throws IOException {
        Files.writeString(parent.resolve("thesis.txt"), "years of work");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> DataFolder.opened(parent))
                .withMessageContaining("something else");
        assertThat(parent.resolve("thesis.txt")).exists();
    }

    @Test
    void takesANewFolderThatHoldsOnlyItsSettings() throws IOException {
        Files.writeString(parent.resolve("pipewright.properties"), "pipewright.launcher.memory=2g");

        try (DataFolder data = DataFolder.opened(parent)) {
            assertThat(data.settingsFile()).containsEntry("pipewright.launcher.memory", "2g");
        }
    }

    @Test
    void isUsedByOneAtATime() {
        Path folder = parent.resolve("data");

        try (DataFolder first = DataFolder.opened(folder)) {
            assertThat(first.root()).isEqualTo(folder);
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> DataFolder.opened(folder))
                    .withMessageContaining("already running");
        }
    }

    @Test
    void keepsItsSecretsForItsOwnerOnly() throws IOException {
        try (DataFolder data = DataFolder.opened(parent.resolve("data"))) {
            String secret = data.secrets().named("database.owner");

            assertThat(data.secrets().named("database.owner")).isEqualTo(secret).hasSizeGreaterThan(30);
            assertThat(Files.getPosixFilePermissions(data.secrets().file()))
                    .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void keepsWhatAPersonWroteWhenItIsEmptied() throws IOException {
        try (DataFolder data = DataFolder.opened(parent.resolve("data"))) {
            Files.writeString(data.root().resolve("pipewright.properties"), "pipewright.launcher.memory=2g");
            Files.writeString(data.folder("logs").resolve("payara.log"), "old");

            data.empty();

            assertThat(data.root().resolve("logs")).doesNotExist();
            assertThat(data.settingsFile()).containsEntry("pipewright.launcher.memory", "2g");
        }
    }
}
