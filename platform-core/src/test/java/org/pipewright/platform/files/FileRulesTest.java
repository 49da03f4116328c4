package org.pipewright.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.files.FileScan.IncomingFile;

/** What scanners say counts, also when they cannot say anything (S-REC-02). */
class FileRulesTest {

    private static final IncomingFile FILE = new IncomingFile("a.txt", "text/plain", new byte[1]);

    @Test
    void keepsWhatEveryScannerAdmits() {
        assertThat(FileRules.isAdmitted(Stream.empty(), FILE)).isTrue();
        assertThat(FileRules.isAdmitted(Stream.of(file -> true, file -> true), FILE))
                .isTrue();
    }

    @Test
    void refusesWhatOneScannerRefuses() {
        assertThat(FileRules.isAdmitted(Stream.of(file -> true, file -> false), FILE))
                .isFalse();
    }

    @Test
    void refusesWhatCouldNotBeLookedAt() {
        assertThat(FileRules.isAdmitted(
                        Stream.of(file -> {
                            throw new IllegalStateException("The scanner is away");
                        }),
                        FILE))
                .isFalse();
    }
}
