package org.pipewright.deploy.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextVettingTest {

    @TempDir
    Path folder;

    @TempDir
    Path jars;

    private Path core;

    @BeforeEach
    void bringTexts() {
        core = jars.resolve("core.jar");
        TrialJar.in(jars, "core.jar")
                .text("META-INF/pipewright/texts/core.en.json", "{}")
                .text("META-INF/pipewright/texts/core.de.json", "{}")
                .text("META-INF/pipewright/texts/sales.it.json", "{}")
                .written();
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private TextVetting vetting() {
        return TextVetting.of(folder, List.of(core));
    }

    @Test
    void speaksWhatTheCoreHasTextsIn() throws IOException {
        put("core.fr.json", "{\"core.save\": \"Enregistrer\"}");
        put("sales.es.json", "{}");
        put("readme.txt", "texts of ours");

        assertThat(vetting().languages()).containsExactly("de", "en", "fr");
        assertThat(vetting().accepted())
                .containsExactly(folder.resolve("core.fr.json"), folder.resolve("sales.es.json"));
        assertThat(vetting().refused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core.de.json | {} | come with the product",
                "core.json | {} | not made of a module and a language",
                "core.xx.json | {} | not made of a module and a language",
                "Core.fr.json | {} | not made of a module and a language",
                "core.fr.json | {\"core.save\": | not readable JSON",
                "core.fr.json | [] | not readable JSON",
                "core.fr.json | {\"core.save\": 1} | something else than texts"
            })
    void refusesByNameWhatCannotBeUsed(String name, String content, String reason) throws IOException {
        put(name, content);

        assertThat(vetting().accepted()).isEmpty();
        assertThat(vetting().languages()).containsExactly("de", "en");
        assertThat(vetting().refused()).singleElement().satisfies(refused -> {
            assertThat(refused.file()).isEqualTo(name);
            assertThat(refused.reason()).contains(reason);
        });
    }

    @Test
    void needsNoFolder() {
        assertThat(TextVetting.of(folder.resolve("none"), List.of(core)).accepted())
                .isEmpty();
    }
}
