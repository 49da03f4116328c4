package org.pipewright.platform.ownfields;

import static org.pipewright.platform.errors.InvalidFields.reject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.ownfields.OwnFieldView.Kind;
import org.pipewright.platform.records.FieldValues;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.texts.Languages;

/** Tells everything that is wrong with the definition of a field. */
@ApplicationScoped
class OwnFieldCheck {

    /** Most fields that a tenant can add to a record type, hidden ones included. */
    static final int MOST = 200;
    /** Most of them that can be unique or indexed: each costs at every write. */
    static final int MOST_KEPT = 20;

    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_HELP = 500;
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");

    @Inject
    RecordTypes types;

    @Inject
    ConditionCheck conditions;

    /** Refuses a definition that cannot be; the others are all there are. */
    void require(OwnFieldView field, List<OwnFieldView> others) {
        List<FieldError> errors = new ArrayList<>();
        checkType(field, errors);
        checkTexts(field, errors);
        checkChoices(field, errors);
        checkKind(field, errors);
        checkFormula(field, errors);
        checkFile(field, errors);
        checkLimits(field, others, errors);
        conditions.check(field.recordType(), field.name(), field.conditions(), errors);
        if (errors.isEmpty()) {
            checkPreset(field, errors);
        }
        InvalidFields.requireNone(errors);
    }

    private void checkType(OwnFieldView field, List<FieldError> errors) {
        reject(
                errors,
                types.named(field.recordType())
                        .filter(DeclaredType::isExtensible)
                        .isEmpty(),
                "recordType",
                "not-found");
        boolean refers =
                types.named(field.references()).filter(type -> !type.isPart()).isPresent();
        reject(errors, field.kind() == Kind.REFERENCE && !refers, "references", "not-found");
        reject(errors, field.kind() != Kind.REFERENCE && !field.references().isEmpty(), "references", "invalid");
    }

    private static void checkTexts(OwnFieldView field, List<FieldError> errors) {
        reject(errors, field.labels().isEmpty(), "labels", "required");
        Languages.check("labels", field.labels(), LONGEST_LABEL, errors);
        Languages.check("help", field.help(), LONGEST_HELP, errors);
    }

    private static void checkChoices(OwnFieldView field, List<FieldError> errors) {
        reject(errors, field.kind().isList() && field.choices().isEmpty(), "choices", "required");
        reject(errors, !field.kind().isList() && !field.choices().isEmpty(), "choices", "invalid");
        Set<String> values = new HashSet<>();
        for (int i = 0; i < field.choices().size(); i++) {
            OwnChoice choice = field.choices().get(i);
            String place = "choices." + i;
            reject(errors, choice.labels().isEmpty(), place + ".labels", "required");
            reject(errors, !VALUE.matcher(choice.value()).matches(), place + ".value", "invalid");
            reject(errors, !values.add(choice.value()), place + ".value", "duplicate");
            Languages.check(place + ".labels", choice.labels(), LONGEST_LABEL, errors);
        }
    }

    private static void checkKind(OwnFieldView field, List<FieldError> errors) {
        reject(errors, field.unique() && !field.kind().canBeUnique(), "unique", "invalid");
        reject(errors, field.indexed() && !field.kind().canBeIndexed(), "indexed", "invalid");
        reject(
                errors,
                field.searchable() && (field.isReckoned() || !field.fieldKind().isText()),
                "searchable",
                "invalid");
    }

    /** Nobody fills in what is reckoned. */
    private static void checkFormula(OwnFieldView field, List<FieldError> errors) {
        boolean reckoned = field.isReckoned();
        reject(errors, reckoned && field.formula().isEmpty(), "formula", "required");
        reject(errors, !reckoned && !field.formula().isEmpty(), "formula", "invalid");
        reject(errors, field.formula().indexOf('\0') >= 0, "formula", "invalid");
        reject(errors, reckoned && field.required(), "required", "invalid");
        reject(errors, reckoned && field.preset() != JsonValue.NULL, "preset", "invalid");
        reject(errors, reckoned && field.conditions().required() != null, "conditions.required", "invalid");
        reject(errors, reckoned && field.conditions().readOnly() != null, "conditions.readOnly", "invalid");
    }

    /** A file is sent to a record that is there already: none can begin with one. */
    private static void checkFile(OwnFieldView field, List<FieldError> errors) {
        boolean file = field.kind() == Kind.FILE;
        reject(errors, file && field.required(), "required", "invalid");
        reject(errors, file && field.preset() != JsonValue.NULL, "preset", "invalid");
        reject(errors, file && field.conditions().required() != null, "conditions.required", "invalid");
    }

    private static void checkLimits(OwnFieldView field, List<OwnFieldView> others, List<FieldError> errors) {
        List<OwnFieldView> same = others.stream()
                .filter(other -> other.recordType().equals(field.recordType())
                        && !other.id().equals(field.id()))
                .toList();
        reject(errors, same.size() >= MOST, "recordType", "too-many");
        long kept =
                same.stream().filter(other -> other.unique() || other.indexed()).count();
        reject(
                errors,
                (field.unique() || field.indexed()) && kept >= MOST_KEPT,
                field.unique() ? "unique" : "indexed",
                "too-many");
    }

    private static void checkPreset(OwnFieldView field, List<FieldError> errors) {
        if (field.preset() == JsonValue.NULL) {
            return;
        }
        reject(errors, field.unique() || field.kind() == Kind.REFERENCE, "preset", "invalid");
        try {
            FieldValues.read(TenantFields.declared(field.withPreset(JsonValue.NULL)), field.preset());
        } catch (FieldValues.Unfit e) {
            errors.add(InvalidFields.error("preset", e.code()));
        }
    }
}
