package org.pipewright.deploy.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one browser all tests of a run share. It reaches this machine only, as if there were no internet. */
final class Chromium {

    private static final String SETTING = "pipewright.chromium";

    /** The one without windows first: it does the same with half the work. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chrome-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome");

    private static Browser only;

    private Chromium() {}

    static synchronized Browser get() {
        if (only == null) {
            Path executable = executable();
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            only = playwright.chromium().launch(options(executable));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close browser"));
        }
        return only;
    }

    private static BrowserType.LaunchOptions options(Path executable) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setArgs(List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"));
    }

    private static Path executable() {
        return named().or(Chromium::onPath)
                .or(Chromium::installed)
                .orElseThrow(() -> new AssertionError("The browser tests need Chromium and found none: install it "
                        + "(on Debian: the package chromium-headless-shell), or name its executable by -D" + SETTING
                        + "=PATH."));
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getProperty(SETTING)).map(Path::of).map(Chromium::required);
    }

    private static Path required(Path executable) {
        if (!Files.isExecutable(executable)) {
            throw new AssertionError("-D" + SETTING + " names " + executable + ", which cannot be executed.");
        }
        return executable;
    }

    /** On Debian as root the tests fetch what they need; two of them that do so at once wait for one another. */
    private static Optional<Path> installed() {
        Path packages = Path.of("/usr/bin/apt-get");
        if (!System.getProperty("user.name").equals("root") || !Files.isExecutable(packages)) {
            return Optional.empty();
        }
        run(packages, "update", "-qq");
        run(packages, "install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell");
        return onPath();
    }

    private static void run(Path packages, String... arguments) {
        List<String> command = new ArrayList<>(List.of(packages.toString(), "-o", "DPkg::Lock::Timeout=600"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder installation = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(new File("target/chromium-installation.log")));
            installation.environment().put("DEBIAN_FRONTEND", "noninteractive");
            int outcome = installation.start().waitFor();
            if (outcome != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + outcome);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> onPath() {
        List<Path> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
