package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the guides tell people to type works, in the order in which they tell it. */
class GuidesIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern INDENTED = Pattern.compile("(?m)^ {4}(.*)$");

    /** The folder {@code deploy}, in which tests run. */
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void aProgramDoesWhatTheGuideSays() throws IOException, InterruptedException {
        String guide = Files.readString(HERE.resolve("guides/integrate.md"));

        String script =
                BLOCK.matcher(guide).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));

        assertThat(script).contains("/imports/");
        assertThat(run(script)).isZero();
    }

    @Test
    void theRoundOfTheReadmeWorks() throws IOException, InterruptedException {
        String readme = Files.readString(HERE.resolveSibling("README.md"));
        String part = readme.substring(readme.indexOf("## For programs"), readme.indexOf("## Layout"));

        String script =
                INDENTED.matcher(part).results().map(line -> line.group(1)).collect(Collectors.joining("\n"));

        assertThat(script).contains("curl");
        assertThat(run(script.replace("curl -s ", "curl -sf "))).isZero();
    }

    private static int run(String script) throws IOException, InterruptedException {
        String here = script.replace(
                        "http://localhost:8080", Acme.product().url().toString())
                .replace(
                        "http://localhost:8081/realms/pipewright",
                        Acme.product().issuer().toString());
        Path file = Files.createTempFile("guide", ".sh");
        Path log = Files.createTempFile("guide", ".log");
        Files.writeString(file, "set -eux -o pipefail\n" + here, StandardCharsets.UTF_8);
        Process process = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(Files.readString(log).replaceAll("Bearer [^\\s']+", "Bearer …"))
                .isTrue();
        return process.exitValue();
    }
}
