package org.pipewright.deploy.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.pipewright.deploy.settings.Folders;

/** The distribution once more, with a folder of modules from which some can be taken out and put back. */
public final class OwnDistribution {

    /** Parts of the distribution that a link does not stand for. */
    private static final Set<String> COPIED = Set.of("webapp", "modules");

    private final Path folder;
    private final Path aside;

    /** In a new folder within that one. */
    public OwnDistribution(Path work) {
        folder = work.resolve("distribution");
        aside = work.resolve("aside");
        Path whole = Path.of(System.getProperty("pipewright.distribution")).toAbsolutePath();
        try (Stream<Path> parts = Files.list(whole)) {
            Files.createDirectory(folder);
            Files.createDirectory(aside);
            for (Path part : parts.filter(
                            part -> !COPIED.contains(part.getFileName().toString()))
                    .toList()) {
                Files.createSymbolicLink(folder.resolve(part.getFileName()), part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        COPIED.forEach(name -> Folders.copy(whole.resolve(name), folder.resolve(name)));
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Has these modules from the next start on, and no others. */
    public void hold(String... modules) {
        Set<String> wanted = Set.of(modules);
        move(folder.resolve("modules"), aside, wanted, false);
        move(aside, folder.resolve("modules"), wanted, true);
    }

    private static void move(Path from, Path to, Set<String> modules, boolean those) {
        try (Stream<Path> jars = Files.list(from)) {
            for (Path jar : jars.filter(jar -> isOneOf(modules, jar) == those).toList()) {
                Files.move(jar, to.resolve(jar.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOneOf(Set<String> modules, Path jar) {
        return modules.stream().anyMatch(module -> jar.getFileName().toString().startsWith("module-" + module + "-"));
    }
}
