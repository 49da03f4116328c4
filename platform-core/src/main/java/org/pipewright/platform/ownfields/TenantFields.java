package org.pipewright.platform.ownfields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pipewright.platform.formulas.FormulaFault;
import org.pipewright.platform.formulas.FormulaReading;
import org.pipewright.platform.recordtypes.Condition;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.Formula;
import org.pipewright.platform.recordtypes.OwnField;
import org.pipewright.platform.recordtypes.OwnValue;
import org.pipewright.platform.spi.records.Field;

/** The fields in force of one tenant, as they were when they were read. */
final class TenantFields {

    private static final double LARGEST = 9e14;

    private final Map<String, List<DeclaredField>> byType = new HashMap<>();
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final Map<String, Map<String, Condition.OfField>> rules = new HashMap<>();
    private final Map<String, Map<String, String>> formulas = new HashMap<>();
    private final Map<String, DeclaredType> seen = new ConcurrentHashMap<>();

    TenantFields(List<OwnFieldView> fields, List<FieldRule> rules) {
        rules.forEach(rule -> this.rules
                .computeIfAbsent(rule.recordType(), type -> new HashMap<>())
                .put(rule.field(), rule.conditions()));
        fields.forEach(field -> {
            byType.computeIfAbsent(field.recordType(), type -> new ArrayList<>())
                    .add(declared(field));
            name(field);
            if (field.isReckoned()) {
                formulas.computeIfAbsent(field.recordType(), type -> new HashMap<>())
                        .put(field.name(), field.formula());
            }
        });
    }

    /** The type with its formulas; one whose fields went with their module makes nothing until they are back. */
    private DeclaredType reckoned(DeclaredType type) {
        FormulaReading reading = new FormulaReading(type, formulas.getOrDefault(type.name(), Map.of()));
        DeclaredType whole = type;
        for (String name : reading.formulas().keySet()) {
            whole = whole.reckoned(name, formula(reading, name));
        }
        return whole;
    }

    private static Formula formula(FormulaReading reading, String name) {
        FieldKind kind = reading.type().field(name).orElseThrow().kind();
        try {
            return Optional.of(reading.of(name))
                    .filter(formula -> formula.kind() == kind)
                    .orElseGet(() -> Formula.nothing(kind));
        } catch (FormulaFault e) {
            return Formula.nothing(kind);
        }
    }

    DeclaredType seen(DeclaredType type) {
        return byType.containsKey(type.name()) || rules.containsKey(type.name())
                ? seen.computeIfAbsent(
                        type.name(),
                        name -> reckoned(type.with(byType.getOrDefault(name, List.of()))
                                .tightened(rules.getOrDefault(name, Map.of()))))
                : type;
    }

    /** Texts by key and language. */
    Map<String, Map<String, String>> texts() {
        return texts;
    }

    private void name(OwnFieldView field) {
        String label = field.recordType() + "." + field.name();
        texts.put(label, field.labels());
        if (!field.help().isEmpty()) {
            texts.put(label + ".help", field.help());
        }
        field.choices().forEach(choice -> texts.put(label + "." + choice.value(), choice.labels()));
    }

    /** The field as the engine of records knows fields. */
    static DeclaredField declared(OwnFieldView field) {
        return DeclaredField.added(
                field.name(),
                field.fieldKind(),
                rules(field),
                new OwnField(
                        field.id(),
                        field.unique(),
                        field.indexed(),
                        field.choices().stream().map(OwnChoice::value).toList(),
                        OwnValue.read(field.fieldKind(), field.preset()),
                        !field.help().isEmpty(),
                        Optional.empty()),
                field.conditions());
    }

    private static OwnField.Rules rules(OwnFieldView field) {
        return new OwnField.Rules(
                field.required(),
                field.kind() == OwnFieldView.Kind.MULTILINE ? 10_000 : 255,
                -LARGEST,
                LARGEST,
                Field.Format.PLAIN,
                field.references(),
                field.searchable(),
                field.group());
    }
}
