package org.pipewright.platform.roles;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.access.BuiltInRole;

/** A role as the REST interface shows it. */
final class RoleView {

    private RoleView() {}

    /**
     * What is shown of a role.
     *
     * @param title name in the language of who reads
     * @param key of a built-in role, else null
     * @param members how many hold it
     */
    record Members(
            UUID id,
            int version,
            String name,
            String title,
            boolean builtIn,
            int members,
            List<RoleForm.GrantLine> grants,
            List<RoleForm.FieldLine> fields,
            Map<String, Boolean> features,
            String key) {}

    /** All roles. */
    record Page(List<Members> items) {}

    /** A role as it is read, with its name in the language of who reads. */
    static JsonObject of(Role role, String title) {
        JsonObjectBuilder features = Json.createObjectBuilder();
        role.features().forEach(features::add);
        JsonObjectBuilder view = Json.createObjectBuilder()
                .add("id", role.id().toString())
                .add("version", role.version())
                .add("name", role.name())
                .add("title", title)
                .add("builtIn", role.builtIn().isPresent())
                .add("members", role.members())
                .add("grants", grants(role))
                .add("fields", fields(role))
                .add("features", features);
        role.builtIn().map(BuiltInRole::key).ifPresentOrElse(key -> view.add("key", key), () -> view.addNull("key"));
        return view.build();
    }

    private static JsonArrayBuilder grants(Role role) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        role.grants()
                .forEach(granted -> lines.add(Json.createObjectBuilder()
                        .add("subject", granted.subject())
                        .add("action", granted.action())
                        .add("level", LevelName.of(granted.level()))));
        return lines;
    }

    private static JsonArrayBuilder fields(Role role) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        role.fields()
                .forEach(field -> lines.add(Json.createObjectBuilder()
                        .add("recordType", field.recordType())
                        .add("field", field.field())
                        .add("access", LevelName.of(field.access()))));
        return lines;
    }
}
