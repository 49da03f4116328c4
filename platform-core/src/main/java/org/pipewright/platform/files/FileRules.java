package org.pipewright.platform.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.files.FileScan;
import org.pipewright.platform.spi.files.FileScan.IncomingFile;
import org.pipewright.platform.spi.settings.TenantSettings;

/** Which files are kept: the tenant's limits, and the word of every scanner there is (S-REC-02). */
@ApplicationScoped
public class FileRules {

    private static final Logger LOGGER = System.getLogger(FileRules.class.getName());
    private static final int MEGABYTE = 1 << 20;
    private static final String CONTENT = "content";
    private static final String NAME = "name";

    @Inject
    @ConfigProperty(name = "pipewright.platform.file-megabytes", defaultValue = "50")
    int mostMegabytes;

    @Inject
    TenantSettings settings;

    @Inject
    @Any
    Instance<FileScan> scans;

    /** The largest file in bytes. */
    int largest() {
        int chosen = settings.integer(CoreModule.FILE_MEGABYTES);
        return (chosen > 0 ? Math.min(chosen, mostMegabytes) : mostMegabytes) * MEGABYTE;
    }

    /** What is wrong with the file, if anything is. */
    Optional<FieldError> objection(FileContent file) {
        if (file.name().isEmpty()) {
            return Optional.of(InvalidFields.error(NAME, "required"));
        } else if (isRefused(file.name())) {
            return Optional.of(InvalidFields.error(NAME, "file-type"));
        } else if (file.bytes().length == 0) {
            return Optional.of(InvalidFields.error(CONTENT, "empty"));
        } else if (file.bytes().length > largest()) {
            return Optional.of(InvalidFields.error(CONTENT, "too-long"));
        }
        return isAdmitted(scans.stream(), file.incoming())
                ? Optional.empty()
                : Optional.of(InvalidFields.error(CONTENT, "file-unsafe"));
    }

    /** Programs are not passed on under any name that systems run. */
    boolean isRefused(String name) {
        String ending = FileContent.ending(name.strip());
        return Arrays.stream(settings.text(CoreModule.FILE_ENDINGS).split("[\\s,;]+"))
                .filter(refused -> !refused.isEmpty())
                .anyMatch(refused -> refused.replaceFirst("^\\.", "").equalsIgnoreCase(ending));
    }

    static boolean isAdmitted(Stream<FileScan> scans, IncomingFile file) {
        return scans.allMatch(scan -> isAdmitted(scan, file));
    }

    private static boolean isAdmitted(FileScan scan, IncomingFile file) {
        try {
            return scan.admits(file);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A file was refused because it could not be looked at", e);
            return false;
        }
    }
}
