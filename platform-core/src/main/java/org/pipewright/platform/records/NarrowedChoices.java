package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Choices;
import org.pipewright.platform.spi.records.ChoosingVerb;
import org.pipewright.platform.spi.records.CrmRecord;

/** Asks modules what may be chosen for references whose choices they narrow. */
@ApplicationScoped
public class NarrowedChoices {

    @Inject
    @Any
    Instance<Choices<?>> narrowing;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    CallerBinding callers;

    /** Names of the fields of the type whose choices somebody narrows. */
    public Set<String> fields(DeclaredType type) {
        return of(type).stream().flatMap(choices -> choices.fields().stream()).collect(Collectors.toSet());
    }

    /** What may be chosen for the record of that id, or for a new one of these members. */
    Map<String, Set<UUID>> of(String recordType, JsonObject members) {
        DeclaredType type = types.named(recordType)
                .filter(declared -> !of(declared).isEmpty())
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        reading.requireView(type);
        requireKnown(members, name -> type.field(name).isPresent());
        CrmRecord record = members.containsKey("id") ? stored(type, id(members)) : filledIn(type, members);
        Map<String, Set<UUID>> choices = new TreeMap<>();
        of(type).forEach(each -> choices.putAll(each.of(record)));
        return choices;
    }

    private CrmRecord stored(DeclaredType type, UUID id) {
        reading.requireVisible(type, id);
        return types.entityManager(type).find(type.entity(), id);
    }

    private CrmRecord filledIn(DeclaredType type, JsonObject members) {
        writing.requireAction(type, Action.CREATE);
        Write write = writing.draft(type, false, new Findings());
        new Binding(callers.caller()).bind(write, members);
        InvalidFields.requireNone(write.violations().errors());
        writing.ownByDefault(write);
        return write.record();
    }

    /** What may be chosen for the input of the verb of the record of that id. */
    @SuppressWarnings("unchecked")
    Map<String, Set<UUID>> ofVerb(String recordType, String name, JsonObject members) {
        DeclaredType type = types.named(recordType).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        if (!(types.verb(type, name) instanceof ChoosingVerb<?, ?> verb)) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        callers.requireFeature(verb.feature());
        requireKnown(members, TypeReading.input(verb.input())::containsKey);
        CrmRecord record = writing.permitted(type, id(members), name);
        return new TreeMap<>(((ChoosingVerb<CrmRecord, ?>) verb).choices(record, references(verb, members)));
    }

    private static Map<String, UUID> references(ChoosingVerb<?, ?> verb, JsonObject members) {
        Map<String, DeclaredField> fields = TypeReading.input(verb.input());
        Map<String, UUID> references = new HashMap<>();
        members.forEach((name, value) -> {
            DeclaredField field = fields.get(name);
            if (field != null && field.kind() == FieldKind.REFERENCE) {
                read(field, value).ifPresent(id -> references.put(name, id));
            }
        });
        return references;
    }

    private static Optional<UUID> read(DeclaredField field, JsonValue value) {
        try {
            return Optional.ofNullable((UUID) FieldValues.read(field, value));
        } catch (FieldValues.Unfit e) {
            throw InvalidFields.refusal(field.name(), e.code());
        }
    }

    private static void requireKnown(JsonObject members, Predicate<String> field) {
        InvalidFields.requireNone(members.keySet().stream()
                .filter(name -> !name.equals("id") && !field.test(name))
                .map(name -> InvalidFields.error(name, "unknown"))
                .toList());
    }

    private static UUID id(JsonObject members) {
        if (!members.containsKey("id")) {
            throw InvalidFields.refusal("id", "required");
        }
        try {
            return UUID.fromString(members.get("id") instanceof JsonString text ? text.getString() : "");
        } catch (IllegalArgumentException e) {
            throw InvalidFields.refusal("id", "invalid");
        }
    }

    @SuppressWarnings("unchecked")
    private List<Choices<CrmRecord>> of(DeclaredType type) {
        return narrowing.stream()
                .filter(choices -> choices.type() == type.entity())
                .map(choices -> (Choices<CrmRecord>) choices)
                .toList();
    }
}
