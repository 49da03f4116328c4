package org.pipewright.deploy.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide for authors and the module it walks through are the same. */
class ModuleGuideTest {

    private static final Path GUIDE = Path.of("guides/write-a-module.md");

    private static List<Path> ownCode() {
        return OutsideModule.files(OutsideModule.FOLDER).stream()
                .filter(file ->
                        file.toString().endsWith(".java") || file.toString().endsWith(".ts"))
                .toList();
    }

    @Test
    void takesLessThanAHundredAndFiftyLinesOfItsOwn() {
        Stream<String> lines =
                ownCode().stream().flatMap(file -> OutsideModule.read(file).lines());

        assertThat(lines.filter(line -> !line.isBlank())).hasSizeLessThan(150);
    }

    @Test
    void showsEveryFileOfTheModuleWordForWord() {
        String guide = OutsideModule.read(GUIDE);

        assertThat(OutsideModule.files(OutsideModule.FOLDER))
                .allSatisfy(file -> assertThat(guide)
                        .contains("`" + OutsideModule.FOLDER.relativize(file) + "`")
                        .contains("\n" + OutsideModule.read(file) + "```\n"));
    }
}
