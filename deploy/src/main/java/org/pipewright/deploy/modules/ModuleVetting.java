package org.pipewright.deploy.modules;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.pipewright.deploy.settings.Folders;
import org.pipewright.platform.spi.modules.CrmModule;

/**
 * Reads the descriptor of each module jar and sorts out the jars that cannot run with this core. Nothing else of a
 * module runs here.
 */
public final class ModuleVetting {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{1,30}");
    private static final List<String> TAKEN = List.of("core", "platform", "public");

    private final String coreVersion;
    private final List<RefusedModule> refused = new ArrayList<>();
    private final Map<String, ModuleJar> accepted = new HashMap<>();
    private final List<ModuleJar> inOrder = new ArrayList<>();

    private ModuleVetting(String coreVersion) {
        this.coreVersion = coreVersion;
    }

    /** Looks at all jars of the folders, in the order of the folders and of the file names. */
    public static ModuleVetting of(List<Path> folders, String coreVersion) {
        ModuleVetting vetting = new ModuleVetting(coreVersion);
        folders.stream()
                .flatMap(folder -> Folders.entries(folder).stream())
                .filter(file -> file.getFileName().toString().endsWith(".jar"))
                .forEach(vetting::vet);
        return vetting;
    }

    /** The modules that can run. */
    public List<ModuleJar> accepted() {
        return List.copyOf(inOrder);
    }

    /** The ones that cannot, with the reason. */
    public List<RefusedModule> refused() {
        return List.copyOf(refused);
    }

    private void vet(Path file) {
        URLClassLoader classes = null;
        try {
            requireReadable(file);
            classes = new URLClassLoader(new URL[] {file.toUri().toURL()}, CrmModule.class.getClassLoader());
            decide(new ModuleJar(file, descriptor(classes), classes));
        } catch (IOException | Unfit | LinkageError | ServiceConfigurationError | RuntimeException e) {
            refused.add(new RefusedModule(nameOf(file), "", file.getFileName().toString(), reason(e)));
            closeQuietly(classes);
        }
    }

    private void decide(ModuleJar jar) {
        String reason = reasonAgainst(jar);
        if (reason == null) {
            accepted.put(jar.id(), jar);
            inOrder.add(jar);
        } else {
            refused.add(jar.refused(reason));
            jar.close();
        }
    }

    private String reasonAgainst(ModuleJar jar) {
        String id = jar.id();
        if (id == null || !ID.matcher(id).matches() || TAKEN.contains(id)) {
            return "its id \"" + id + "\" is not a free lower-case word";
        }
        if (accepted.containsKey(id)) {
            return "the id " + id + " is taken by " + accepted.get(id).file().getFileName();
        }
        if (!jar.descriptor().core().includes(coreVersion)) {
            return "it needs a core in " + jar.descriptor().core() + ", this one is " + coreVersion;
        }
        return null;
    }

    private static void requireReadable(Path file) throws Unfit {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            if (jar.getEntry("META-INF/beans.xml") == null) {
                throw new Unfit("it has no META-INF/beans.xml, so nothing of it would be found");
            }
        } catch (IOException e) {
            throw new Unfit("it is not a readable jar: " + e.getMessage());
        }
    }

    private static CrmModule descriptor(URLClassLoader classes) throws Unfit {
        List<CrmModule> found = ServiceLoader.load(CrmModule.class, classes).stream()
                .filter(provider -> provider.type().getClassLoader() == classes)
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() != 1) {
            throw new Unfit("it names " + found.size() + " module descriptors in META-INF/services/"
                    + CrmModule.class.getName() + " instead of one");
        }
        return found.get(0);
    }

    private static String reason(Throwable failure) {
        if (failure instanceof Unfit) {
            return failure.getMessage();
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return "its descriptor cannot be read: " + cause;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.jar$", "");
    }

    private static void closeQuietly(URLClassLoader classes) {
        try {
            if (classes != null) {
                classes.close();
            }
        } catch (IOException ignored) {
            // the jar is refused anyway
        }
    }

    private static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        Unfit(String reason) {
            super(reason);
        }
    }
}
