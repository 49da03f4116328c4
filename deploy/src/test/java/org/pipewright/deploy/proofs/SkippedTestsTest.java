package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No test is skipped, on no machine and for no reason: what cannot run fails. */
class SkippedTestsTest {

    private static final Pattern SKIPPING = Pattern.compile(
            "@(Disabled|Enabled|Ignore)\\w*\\b|\\bAssum(e|ption)s?\\b|\\bassum(e|ing)That\\b|\\bassume(True|False)\\b"
                    // Properties are skipped, not failed, where they bear an annotation of the other library.
                    + "|@Property\\b[^{]*@DisplayName|@DisplayName\\([^)]*\\)\\s*@Property\\b");
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void noTestCanBeSkipped() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<Path> sources = modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SkippedTestsTest::sources)
                    .toList();

            assertThat(sources).hasSizeGreaterThan(20);
            assertThat(sources).filteredOn(SkippedTestsTest::skips).isEmpty();
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("SkippedTestsTest.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean skips(Path source) {
        try {
            return SKIPPING.matcher(Files.readString(source)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
