package org.pipewright.deploy.payara;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pipewright.deploy.modules.ModuleJar;
import org.pipewright.deploy.modules.RefusedModule;
import org.pipewright.deploy.modules.TextVetting;
import org.pipewright.deploy.processes.StartFailure;
import org.pipewright.deploy.settings.Folders;

/**
 * The exploded web application that the server deploys: the core's, with the accepted modules beside it in {@code
 * WEB-INF/lib}, and on its class path added texts and the list of what was refused.
 */
public final class WebApplication {

    private static final String REFUSED = "WEB-INF/classes/META-INF/pipewright/refused-modules.json";

    private final Path folder;

    private WebApplication(Path folder) {
        this.folder = folder;
    }

    /** Puts the application together anew, in the given folder. */
    public static WebApplication assembled(
            Path core, List<ModuleJar> modules, List<Path> texts, List<RefusedModule> refused, Path folder) {
        try {
            Folders.remove(folder);
            Folders.copy(core, folder);
            for (ModuleJar module : modules) {
                Files.copy(module.file(), folder.resolve("WEB-INF/lib").resolve(module.id() + "-module.jar"));
                module.unpackLibraries(folder.resolve("WEB-INF/lib"));
            }
            Path added = Folders.made(folder.resolve("WEB-INF/classes").resolve(TextVetting.PLACE));
            for (Path file : texts) {
                Files.copy(file, added.resolve(file.getFileName()));
            }
            Files.writeString(folder.resolve(REFUSED), json(refused));
            return new WebApplication(folder);
        } catch (IOException e) {
            throw new StartFailure("The web application cannot be put together: " + e.getMessage(), e);
        }
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    private static String json(List<RefusedModule> refused) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (RefusedModule module : refused) {
            array.add(Json.createObjectBuilder()
                    .add("id", module.id())
                    .add("version", module.version())
                    .add("file", module.file())
                    .add("reason", module.reason()));
        }
        return array.build().toString();
    }
}
