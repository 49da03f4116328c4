package org.pipewright.platform.modules;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the list of refused modules that the launcher leaves on the class path. */
final class RefusedModules {

    static final String RESOURCE = "META-INF/pipewright/refused-modules.json";

    private RefusedModules() {}

    static List<RefusedModule> on(ClassLoader loader) {
        try (InputStream list = loader.getResourceAsStream(RESOURCE)) {
            return list == null ? List.of() : read(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RefusedModule> read(InputStream list) {
        try (JsonReader reader = Json.createReader(list)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(RefusedModules::read)
                    .toList();
        }
    }

    private static RefusedModule read(JsonObject entry) {
        return new RefusedModule(
                entry.getString("id", ""),
                entry.getString("version", ""),
                entry.getString("file", ""),
                entry.getString("reason", ""));
    }
}
