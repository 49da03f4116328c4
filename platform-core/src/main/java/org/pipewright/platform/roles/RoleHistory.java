package org.pipewright.platform.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pipewright.platform.access.RoleRights.Granted;
import org.pipewright.platform.history.History;

/** Tells what changed in a role, right by right. */
@ApplicationScoped
class RoleHistory {

    private static final String SUBJECT = "core.role";

    @Inject
    History history;

    void created(Role role) {
        history.record(SUBJECT, role.id(), role.name(), "create", changes(Map.of(), facts(role)));
    }

    void changed(Role before, Role after) {
        JsonArray changes = changes(facts(before), facts(after));
        if (!changes.isEmpty()) {
            history.record(SUBJECT, after.id(), after.name(), "edit", changes);
        }
    }

    void deleted(Role role) {
        history.record(SUBJECT, role.id(), role.name(), "delete", changes(facts(role), Map.of()));
    }

    private static Map<String, String> facts(Role role) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("name", role.name());
        for (Granted granted : role.grants()) {
            facts.put(granted.subject() + "/" + granted.action(), LevelName.of(granted.level()));
        }
        role.fields()
                .forEach(field -> facts.put(field.recordType() + "." + field.field(), LevelName.of(field.access())));
        role.features().forEach((feature, enabled) -> facts.put("feature:" + feature, String.valueOf(enabled)));
        return facts;
    }

    private static JsonArray changes(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        JsonArrayBuilder changes = Json.createArrayBuilder();
        names.stream()
                .filter(name -> !java.util.Objects.equals(before.get(name), after.get(name)))
                .forEach(name -> changes.add(change(name, before.get(name), after.get(name))));
        return changes.build();
    }

    private static JsonObjectBuilder change(String name, String before, String after) {
        JsonObjectBuilder change = Json.createObjectBuilder().add("field", name);
        add(change, "old", before);
        add(change, "new", after);
        return change;
    }

    private static void add(JsonObjectBuilder change, String name, String value) {
        if (value == null) {
            change.addNull(name);
        } else {
            change.add(name, value);
        }
    }
}
