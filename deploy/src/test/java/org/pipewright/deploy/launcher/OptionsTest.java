package org.pipewright.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.processes.StartFailure;

class OptionsTest {

    @Test
    void startsTheDemoOnPort8080ByDefault() {
        Options options = Options.of(List.of());

        assertThat(options.ports().application()).isEqualTo(8080);
        assertThat(options.demo()).isTrue();
        assertThat(options.reset()).isFalse();
    }

    @Test
    void givesEachPartThePortAfterTheOneBefore() {
        Ports ports = Options.of(List.of("--port", "9100")).ports();

        assertThat(List.of(ports.keycloak(), ports.database(), ports.smtp(), ports.mailPage()))
                .containsExactly(9101, 9102, 9103, 9104);
    }

    @Test
    void readsFoldersAsAbsolutePaths() {
        Options options = Options.of(List.of("--data", "here/../there", "--modules", "more"));

        assertThat(options.data()).isEqualTo(Path.of("there").toAbsolutePath());
        assertThat(options.modules()).contains(Path.of("more").toAbsolutePath());
    }

    @Test
    void turnsTheDemoOffAndEmptiesTheDataWhenAsked() {
        Options options = Options.of(List.of("--no-demo", "--reset"));

        assertThat(options.demo()).isFalse();
        assertThat(options.reset()).isTrue();
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Options.of(List.of("--prot", "9100")))
                .withMessageContaining("There is no option --prot");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Options.of(List.of("--port", "--reset")))
                .withMessageContaining("--port needs a value");
    }

    @Test
    void refusesAPortThatIsNoNumber() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Options.of(List.of("--port", "eighty")))
                .withMessageContaining("--port needs a number, not eighty");
    }

    @Test
    void refusesAPortThatLeavesNoRoomForTheOthers() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Options.of(List.of("--port", "65534")))
                .withMessageContaining("65534");
    }
}
