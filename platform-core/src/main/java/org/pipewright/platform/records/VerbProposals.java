package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.ProposingVerb;

/** What verbs propose for a record, as its form shows it: references with the title the caller may read. */
@ApplicationScoped
public class VerbProposals {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    CallerBinding callers;

    /** The input the verb proposes for the record. */
    public JsonObject of(DeclaredType type, UUID id, String verb) {
        callers.requireFeature(types.verb(type, verb).feature());
        if (types.verb(type, verb) instanceof ProposingVerb<?, ?> proposing) {
            return of(type, id, proposing);
        }
        throw Refusal.of(CoreErrorCode.NOT_FOUND);
    }

    @SuppressWarnings("unchecked")
    private <R extends CrmRecord, I extends Record> JsonObject of(
            DeclaredType type, UUID id, ProposingVerb<R, I> verb) {
        R record = (R) writing.permitted(type, id, verb.name());
        if (!verb.offered(record)) {
            throw verb.objection(record).orElseGet(() -> Refusal.of(CoreErrorCode.NOT_OFFERED, verb.name()));
        }
        I proposed = verb.proposed(record);
        JsonObjectBuilder members = Json.createObjectBuilder();
        TypeReading.input(verb.input()).values().forEach(field -> {
            Object value = component(proposed, field.name());
            if (value != null) {
                members.add(field.name(), shown(field, value));
            }
        });
        return members.build();
    }

    JsonValue shown(DeclaredField field, Object value) {
        if (field.kind() != FieldKind.REFERENCE) {
            return FieldValues.written(value);
        }
        UUID id = (UUID) value;
        return types.named(field.references())
                .map(target -> reading.titles(target, List.of(id)).get(id))
                .map(title -> (JsonValue) Json.createObjectBuilder()
                        .add("id", value.toString())
                        .add("title", title)
                        .build())
                .orElse(JsonValue.NULL);
    }

    private static Object component(Record input, String name) {
        try {
            var accessor = input.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor.invoke(input);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + name + " of " + input.getClass(), e);
        }
    }
}
