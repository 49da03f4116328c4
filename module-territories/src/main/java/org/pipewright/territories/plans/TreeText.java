package org.pipewright.territories.plans;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.territories.tree.PlannedMember;
import org.pipewright.territories.tree.PlannedRule;
import org.pipewright.territories.tree.PlannedTerritory;
import org.pipewright.territories.tree.PlannedTree;
import org.pipewright.territories.tree.TerritoryMember;

/** Trees as they are kept: JSON in which what is absent does not stand. */
final class TreeText {

    private TreeText() {}

    static String of(PlannedTree tree) {
        return array(tree.territories(), TreeText::written).toString();
    }

    private static <T> JsonArray array(List<T> some, Function<T, JsonObject> one) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        some.stream().map(one).forEach(all::add);
        return all.build();
    }

    private static JsonObject written(PlannedTerritory territory) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", territory.id().toString())
                .add("name", territory.name())
                .add("active", territory.active())
                .add("inherits", territory.inherits())
                .add("rules", array(territory.rules(), TreeText::written))
                .add("members", array(territory.members(), TreeText::written));
        text(json, "parent", territory.parent());
        text(json, "description", territory.description());
        text(json, "validFrom", territory.validFrom());
        text(json, "validUntil", territory.validUntil());
        Optional.ofNullable(territory.priority()).ifPresent(priority -> json.add("priority", priority));
        return json.build();
    }

    private static void text(JsonObjectBuilder json, String name, Object value) {
        Optional.ofNullable(value).ifPresent(there -> json.add(name, there.toString()));
    }

    private static JsonObject written(PlannedRule rule) {
        return Json.createObjectBuilder()
                .add("recordType", rule.recordType())
                .add("criteria", rule.criteria())
                .build();
    }

    private static JsonObject written(PlannedMember member) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("member", member.member().toString());
        text(json, "task", member.task());
        text(json, "access", member.access());
        json.add("below", member.below());
        return json.build();
    }

    static PlannedTree read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new PlannedTree(reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(TreeText::territory)
                    .toList());
        }
    }

    private static PlannedTerritory territory(JsonObject json) {
        return new PlannedTerritory(
                UUID.fromString(json.getString("id")),
                json.getString("name"),
                value(json, "parent", UUID::fromString),
                json.containsKey("priority") ? json.getInt("priority") : null,
                json.getString("description", null),
                json.getBoolean("active"),
                json.getBoolean("inherits"),
                value(json, "validFrom", LocalDate::parse),
                value(json, "validUntil", LocalDate::parse),
                all(json.getJsonArray("rules"), TreeText::rule),
                all(json.getJsonArray("members"), TreeText::member));
    }

    private static <T> T value(JsonObject json, String name, Function<String, T> read) {
        return Optional.ofNullable(json.getString(name, null)).map(read).orElse(null);
    }

    private static <T> List<T> all(JsonArray array, Function<JsonObject, T> one) {
        return array.getValuesAs(JsonObject.class).stream().map(one).toList();
    }

    private static PlannedRule rule(JsonObject json) {
        return new PlannedRule(json.getString("recordType"), json.getString("criteria"));
    }

    private static PlannedMember member(JsonObject json) {
        return new PlannedMember(
                UUID.fromString(json.getString("member")),
                json.getString("task", null),
                value(json, "access", TerritoryMember.Access::valueOf),
                json.getBoolean("below"));
    }
}
