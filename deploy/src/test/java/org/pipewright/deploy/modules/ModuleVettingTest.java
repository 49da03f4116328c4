package org.pipewright.deploy.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleVettingTest {

    @TempDir
    Path folder;

    @Test
    void acceptsAModuleThatFits() {
        TrialJar.in(folder, "orchard.jar")
                .descriptor("orchard", "1.0.0", "2.0.0")
                .written();

        ModuleVetting vetting = vetting();

        assertThat(vetting.refused()).isEmpty();
        assertThat(vetting.accepted()).extracting(ModuleJar::id).containsExactly("orchard");
    }

    @Test
    void putsTheLibrariesOfAModuleBesideItUnlessTheyAreThere(@TempDir Path webapp) throws IOException {
        Files.writeString(webapp.resolve("shared.jar"), "of the core");
        TrialJar.in(folder, "orchard.jar")
                .descriptor("orchard", "1.0.0", "2.0.0")
                .library("apples.jar", "apples")
                .library("shared.jar", "of the module")
                .library("../escape.jar", "outside")
                .written();

        vetting().accepted().get(0).unpackLibraries(webapp);

        assertThat(webapp.resolve("apples.jar")).hasContent("apples");
        assertThat(webapp.resolve("shared.jar")).hasContent("of the core");
        assertThat(Files.exists(webapp.resolve("../escape.jar"))).isFalse();
    }

    @Test
    void ignoresFilesThatAreNoJars() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "put jars here");

        assertThat(vetting().refused()).isEmpty();
    }

    @Test
    void ignoresAFolderThatIsMissing() {
        assertThat(ModuleVetting.of(List.of(folder.resolve("none")), "1.2.0").accepted())
                .isEmpty();
    }

    @Test
    void refusesAFileThatIsNoJar() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "half a download");

        assertThat(onlyRefused().reason()).startsWith("it is not a readable jar");
        assertThat(onlyRefused().id()).isEqualTo("broken");
    }

    @Test
    void refusesAJarWithoutDescriptor() {
        TrialJar.in(folder, "library.jar").written();

        assertThat(onlyRefused().reason()).startsWith("it names 0 module descriptors");
    }

    @Test
    void refusesAJarWithTwoDescriptors() {
        TrialJar.in(folder, "twins.jar")
                .descriptor("castor", "1.0.0", "2.0.0")
                .descriptor("pollux", "1.0.0", "2.0.0")
                .written();

        assertThat(onlyRefused().reason()).startsWith("it names 2 module descriptors");
    }

    @Test
    void refusesAJarWhoseBeansWouldNotBeFound() {
        TrialJar.in(folder, "silent.jar")
                .descriptor("silent", "1.0.0", "2.0.0")
                .withoutBeans()
                .written();

        assertThat(onlyRefused().reason()).contains("META-INF/beans.xml");
    }

    @Test
    void refusesADescriptorThatIsNamedButMissing() {
        TrialJar.in(folder, "hollow.jar").service("org.example.Nowhere").written();

        assertThat(onlyRefused().reason()).contains("org.example.Nowhere");
    }

    @Test
    void refusesTheSecondModuleWithAnId() {
        TrialJar.in(folder, "a.jar").descriptor("orchard", "1.0.0", "2.0.0").written();
        TrialJar.in(folder, "b.jar").descriptor("orchard", "1.0.0", "2.0.0").written();

        assertThat(onlyRefused().file()).isEqualTo("b.jar");
        assertThat(onlyRefused().reason()).isEqualTo("the id orchard is taken by a.jar");
    }

    @Test
    void refusesAModuleForAnotherCore() {
        TrialJar.in(folder, "future.jar").descriptor("future", "2.0.0", "3.0.0").written();

        assertThat(onlyRefused())
                .isEqualTo(new RefusedModule(
                        "future",
                        "1.0.0",
                        "future.jar",
                        "it needs a core in [2.0.0, 3.0.0), this one is 1.2.0-SNAPSHOT"));
    }

    @Test
    void refusesAnIdThatBelongsToTheCore() {
        TrialJar.in(folder, "cuckoo.jar").descriptor("core", "1.0.0", "2.0.0").written();

        assertThat(onlyRefused().reason()).contains("\"core\"");
    }

    @Test
    void letsTheRestStart() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "half a download");
        TrialJar.in(folder, "orchard.jar")
                .descriptor("orchard", "1.0.0", "2.0.0")
                .written();

        assertThat(vetting().accepted()).extracting(ModuleJar::id).containsExactly("orchard");
    }

    private ModuleVetting vetting() {
        return ModuleVetting.of(List.of(folder), "1.2.0-SNAPSHOT");
    }

    private RefusedModule onlyRefused() {
        assertThat(vetting().refused()).hasSize(1);
        return vetting().refused().get(0);
    }
}
