package org.pipewright.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a file is, whatever it is called (S-REC-02). */
class FileContentTest {

    private static FileContent of(String name, String content) {
        return FileContent.of(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void believesTheContentAndNotTheName() {
        assertThat(of("Picture.png", "<!doctype html><html><script>alert(1)</script></html>")
                        .mediaType())
                .isNotEqualTo("image/png");
        assertThat(of("Offer", "%PDF-1.7\n").mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void holdsDrawingsAndPagesForHarmful() {
        assertThat(FileContent.isHarmless(
                        of("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>").mediaType()))
                .isFalse();
        assertThat(FileContent.isHarmless("text/html")).isFalse();
    }

    @Test
    void takesNoFoldersOrControlCharactersFromNames() {
        assertThat(FileContent.plain("..\\..\\etc/pass\u0000wd\u202Etxt")).isEqualTo("passwdtxt");
    }

    @Test
    void shortensLongNamesBeforeTheirEnding() {
        String name = FileContent.plain("x".repeat(300) + ".pdf");

        assertThat(name).hasSize(200).endsWith("x.pdf");
    }
}
