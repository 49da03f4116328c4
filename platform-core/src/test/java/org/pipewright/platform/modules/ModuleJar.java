package org.pipewright.platform.modules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.errors.ErrorCode;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Verb;

/** What lies beside a descriptor: the classes and resources of its module, as they were built. */
final class ModuleJar {

    private final CrmModule module;
    private final URL location;
    private JavaClasses classes;

    ModuleJar(CrmModule module) {
        this.module = module;
        this.location = module.getClass().getProtectionDomain().getCodeSource().getLocation();
    }

    JavaClasses classes() {
        if (classes == null) {
            classes = new ClassFileImporter().importUrl(location);
        }
        return classes;
    }

    /** Record types of the module, without a container. */
    List<DeclaredType> recordTypes() {
        return classes().stream()
                .filter(type -> type.isAnnotatedWith(RecordType.class))
                .map(JavaClass::reflect)
                .map(type -> TypeReading.read(module.id(), type.asSubclass(CrmRecord.class)))
                .sorted(java.util.Comparator.comparing(DeclaredType::name))
                .toList();
    }

    /** Verbs of a record type. */
    List<Verb<?, ?>> verbs(DeclaredType type) {
        return verbs().filter(verb -> verb.type() == type.entity()).toList();
    }

    /** Text keys of everything its enums of error codes name. */
    List<String> errorCodes() {
        return classes().stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(code -> ((ErrorCode) code).textKey())
                .toList();
    }

    private Stream<Verb<?, ?>> verbs() {
        return classes().stream()
                .filter(type -> type.isAssignableTo(Verb.class)
                        && !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))
                .map(JavaClass::reflect)
                .map(ModuleJar::made);
    }

    private static Verb<?, ?> made(Class<?> verb) {
        try {
            var constructor = verb.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Verb<?, ?>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines of a text file of the module. */
    List<String> lines(String resource) {
        return read(file(resource)).lines().toList();
    }

    /** Texts of the module in a language. */
    Map<String, String> texts(String language) {
        Path file = file("META-INF/pipewright/texts/" + module.id() + "." + language + ".json");
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            JsonObject texts = reader.readObject();
            return texts.keySet().stream()
                    .collect(Collectors.toMap(key -> key, texts::getString, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the migrations in order. */
    List<String> migrations() {
        return migrationFiles().map(file -> file.getFileName().toString()).toList();
    }

    /** All migrations in order, as one text. */
    String migrationTexts() {
        return migrationFiles().map(ModuleJar::read).collect(Collectors.joining("\n"));
    }

    private Stream<Path> migrationFiles() {
        String folder = module instanceof CoreModule ? "platform" : module.id();
        try (Stream<Path> files = Files.list(file("db/migration/" + folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String resource) {
        try {
            return Path.of(location.toURI()).resolve(resource);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
