package org.pipewright.platform.ownfields;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.formulas.FormulaFault;
import org.pipewright.platform.formulas.FormulaReading;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.FieldError;

/** Tells what the formulas of fields make, and what is wrong with them. */
@ApplicationScoped
class OwnFormulas {

    @Inject
    RecordTypes types;

    /** The field with the kind of what its formula makes; refuses a formula that makes no sense beside the others. */
    OwnFieldView resulting(OwnFieldView field, List<OwnFieldView> others) {
        if (!field.isReckoned()) {
            return field;
        }
        FormulaReading reading = reading(field, others);
        FieldKind made = made(reading, field.name());
        beside(field, others).filter(other -> names(other, field)).forEach(other -> made(reading, other.name()));
        if (field.result() != null && field.result() != made) {
            throw InvalidFields.refusal("formula", "formula-result");
        }
        return field.resulting(made);
    }

    private static FieldKind made(FormulaReading reading, String name) {
        try {
            return reading.of(name).kind();
        } catch (FormulaFault e) {
            throw InvalidFields.refusal(e.about().isEmpty() ? "formula" : "formula." + e.about(), e.code());
        }
    }

    private FormulaReading reading(OwnFieldView field, List<OwnFieldView> others) {
        Map<String, String> formulas = Stream.concat(
                        beside(field, others).filter(OwnFieldView::isReckoned), Stream.of(field))
                .collect(Collectors.toMap(OwnFieldView::name, OwnFieldView::formula));
        return new FormulaReading(types.named(field.recordType()).orElseThrow(), formulas);
    }

    /** Refuses to take a field away from a formula. */
    void requireUnused(OwnFieldView field, List<OwnFieldView> others) {
        List<FieldError> using = beside(field, others)
                .filter(other -> names(other, field))
                .map(other -> InvalidFields.error(other.name(), "used-by-formula"))
                .toList();
        InvalidFields.requireNone(using);
    }

    private static boolean names(OwnFieldView formula, OwnFieldView field) {
        return Pattern.compile("\\b" + field.name() + "\\b")
                .matcher(formula.formula())
                .find();
    }

    private static Stream<OwnFieldView> beside(OwnFieldView field, List<OwnFieldView> others) {
        return others.stream()
                .filter(other -> other.recordType().equals(field.recordType()))
                .filter(other -> !other.isHidden() && !other.id().equals(field.id()));
    }
}
