package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.currencies.Currencies;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.rest.RecordBinding;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Guards;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.Verb;

/** Does verbs to records: right, lock, input, rules, history. */
@ApplicationScoped
public class VerbCalls {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    CallerBinding callers;

    @Inject
    Guards guards;

    @Inject
    Hosts hosts;

    @Inject
    Currencies currencies;

    /** Whether the type has the verb and its feature is in force. */
    public boolean isThere(DeclaredType type, String name) {
        return types.verbs(type).stream()
                .anyMatch(verb -> verb.name().equals(name) && callers.hasFeature(verb.feature()));
    }

    /** Does the verb to the record. */
    public void call(DeclaredType type, UUID id, String name, JsonObject input, Optional<Integer> expected) {
        callers.requireFeature(type.feature());
        Verb<?, ?> verb = types.verb(type, name);
        callers.requireFeature(verb.feature());
        call(type, id, verb, input, expected);
    }

    @SuppressWarnings("unchecked")
    private <R extends CrmRecord, I extends Record> void call(
            DeclaredType type, UUID id, Verb<R, I> verb, JsonObject members, Optional<Integer> expected) {
        R record = (R) writing.locked(type, id, verb.name(), expected);
        if (!verb.offered(record)) {
            throw verb.objection(record).orElseGet(() -> Refusal.of(CoreErrorCode.NOT_OFFERED, verb.name()));
        }
        I input = input(verb.input(), members);
        guards.require(type.name(), verb.name(), id);
        Write write = new Write(
                type, record, false, callers.origin(), record.missing().isPresent());
        verb.perform(record, input);
        writing.finish(write, verb.name());
    }

    private <I> I input(Class<I> type, JsonObject members) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, DeclaredField> fields = TypeReading.input(type);
        I input = new RecordBinding(errors)
                .bind(type, members, "", (part, json) -> value(fields.get(part.getName()), json, errors));
        InvalidFields.requireNone(errors);
        return input;
    }

    private Object value(DeclaredField field, JsonValue json, List<FieldError> errors) {
        try {
            Object value = FieldValues.read(field, json);
            if (value == null && field.required()) {
                errors.add(InvalidFields.error(field.name(), "required"));
            } else if (value != null && field.kind() == FieldKind.REFERENCE && !referable(field, (UUID) value)) {
                errors.add(InvalidFields.error(field.name(), "not-found"));
            } else if (field.isOfOfferedCurrencies()
                    && value != null
                    && !currencies.offeredCodes().contains(value)) {
                errors.add(InvalidFields.error(field.name(), "currency-not-offered"));
            }
            return value;
        } catch (FieldValues.Unfit e) {
            errors.add(InvalidFields.error(field.name(), e.code()));
            return null;
        }
    }

    private boolean referable(DeclaredField field, UUID id) {
        return types.named(field.references())
                .map(type -> reading.allows(type, id, Action.VIEW))
                .orElse(false);
    }

    /** What the caller may do to the record now. */
    public RecordReading.Offer offered(DeclaredType type, CrmRecord read) {
        return new RecordReading.Offer(actions(type, read), hosts.parts(type, read.id()));
    }

    @SuppressWarnings("unchecked")
    private List<String> actions(DeclaredType type, CrmRecord read) {
        CrmRecord record = type.whole() ? read : types.entityManager(type).find(type.entity(), read.id());
        List<String> names = new ArrayList<>();
        Stream.of(Action.EDIT, Action.DELETE, Action.ASSIGN, Action.SHARE)
                .filter(action -> type.owned() || !action.equals(Action.SHARE))
                .filter(action -> !(type.isPart() && action.equals(Action.ASSIGN)))
                .filter(action -> reaches(type, record, action) || isOpenedFor(type, record.id(), action))
                .filter(action -> !type.isBarred(action))
                .forEach(names::add);
        types.verbs(type).stream()
                .filter(verb -> callers.hasFeature(verb.feature()))
                .filter(verb -> reaches(type, record, verb.name()))
                .filter(verb -> ((Verb<CrmRecord, ?>) verb).offered(record))
                .forEach(verb -> names.add(verb.name()));
        return names;
    }

    private boolean isOpenedFor(DeclaredType type, UUID id, String action) {
        return action.equals(Action.EDIT)
                && RowAccess.mayBeWidened(callers.caller(), type)
                && reading.allows(type, id, action);
    }

    private boolean reaches(DeclaredType type, CrmRecord record, String action) {
        if (type.isPart()) {
            return reading.allows(type, record.id(), action);
        }
        Caller caller = callers.caller();
        Level level = caller.level(type.name(), action);
        return record instanceof OwnedRecord owned
                ? RowAccess.reaches(caller, level, owned.owner(), owned.team())
                : level != Level.NONE;
    }
}
