package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;

/** What rules would fill into a new record, told while its form is filled in; nothing is written. */
@ApplicationScoped
public class Proposals {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    Checking checking;

    @Inject
    Hosts hosts;

    @Inject
    VerbProposals shown;

    @Inject
    CallerBinding callers;

    /**
     * A proposal.
     *
     * @param values of the fields that were left out and would be filled
     * @param sources where values are from, in words, by field
     */
    public record Proposal(Map<String, JsonValue> values, Map<String, String> sources) {}

    /** What a new record of these members would have besides; refuses types none of whose fields explains another. */
    public Proposal of(String recordType, JsonObject members) {
        DeclaredType type = types.named(recordType)
                .filter(declared -> declared.fields().stream().anyMatch(Proposals::explains))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        reading.requireView(type);
        writing.requireAction(type, Action.CREATE);
        Write write = writing.draft(type, false, new Findings());
        new Binding(callers.caller()).bind(write, members);
        if (type.isPart() && type.hostField().valueIn(write.record()) instanceof UUID host) {
            reading.requireVisible(type.host().orElseThrow(), host);
        }
        hosts.require(write);
        InvalidFields.requireNone(write.violations().errors());
        checking.prepare(write);
        return told(write, members);
    }

    private static boolean explains(DeclaredField field) {
        return !field.rules().explains().isEmpty();
    }

    private Proposal told(Write write, JsonObject members) {
        Map<String, JsonValue> values = new TreeMap<>();
        Map<String, String> sources = new TreeMap<>();
        write.type().fields().stream()
                .filter(field -> Query.isVisible(callers.caller(), write.type(), field))
                .forEach(field -> {
                    Object value = field.valueIn(write.record());
                    if (value != null && explains(field)) {
                        sources.put(field.rules().explains(), (String) value);
                    } else if (value != null && !field.readOnly() && !members.containsKey(field.name())) {
                        values.put(field.name(), told(field, value));
                    }
                });
        return new Proposal(values, sources);
    }

    /** As a record shows it. */
    private JsonValue told(DeclaredField field, Object value) {
        return value instanceof BigDecimal number
                ? FieldValues.JSON.createValue(
                        new BigDecimal(number.stripTrailingZeros().toPlainString()))
                : shown.shown(field, value);
    }
}
