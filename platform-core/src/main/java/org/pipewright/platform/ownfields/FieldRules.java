package org.pipewright.platform.ownfields;

import static org.pipewright.platform.errors.InvalidFields.reject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.ownfields.FieldRule.Place;
import org.pipewright.platform.recordtypes.Condition;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/** What the bound tenant asks of fields of the product. A rule is never looser than the product, and never against it. */
@ApplicationScoped
class FieldRules {

    private static final String SUBJECT = "field-rule:";

    @Inject
    FieldRuleRows rows;

    @Inject
    ConditionCheck check;

    @Inject
    RecordTypes types;

    @Inject
    History history;

    @Inject
    CallerBinding callers;

    @Inject
    Event<OwnFieldsChanged> changes;

    FieldRule.Page all() {
        List<Place> places = types.all().stream()
                .filter(type -> type.isExtensible() && callers.hasFeature(type.feature()))
                .flatMap(type -> type.fields().stream()
                        .filter(type::canBeTightened)
                        .map(field -> new Place(type.name(), field.name())))
                .toList();
        return new FieldRule.Page(rows.all(), places);
    }

    FieldRule keep(Place place, Condition.OfField conditions) {
        require(place, conditions);
        FieldRule rule = new FieldRule(place.recordType(), place.field(), conditions);
        JsonValue before = rows.locked(place).map(FieldRules::told).orElse(JsonValue.NULL);
        rows.keep(rule);
        if (!before.equals(told(rule))) {
            tell(place, before == JsonValue.NULL ? "create" : "edit", before, told(rule));
        }
        return rule;
    }

    void delete(Place place) {
        FieldRule rule = rows.all().stream()
                .filter(each -> each.recordType().equals(place.recordType())
                        && each.field().equals(place.field()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        rows.delete(place);
        tell(place, "delete", told(rule), JsonValue.NULL);
    }

    private static JsonValue told(FieldRule rule) {
        return ConditionJson.written(rule.conditions());
    }

    private void require(Place place, Condition.OfField conditions) {
        DeclaredType type = types.named(place.recordType())
                .filter(DeclaredType::isExtensible)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        DeclaredField field = type.field(place.field())
                .filter(found -> !found.isOwn())
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        List<FieldError> errors = new ArrayList<>();
        reject(errors, !type.canBeTightened(field), "conditions", "filled-by-product");
        reject(errors, conditions.equals(Condition.OfField.NONE), "conditions", "required");
        reject(errors, isNeeded(type, field) && conditions.shown() != null, "conditions.shown", "needed-by-product");
        reject(
                errors,
                field.kind() == FieldKind.BOOLEAN && conditions.required() != null,
                "conditions.required",
                "invalid");
        check.check(place.recordType(), place.field(), conditions, errors);
        InvalidFields.requireNone(errors);
    }

    private static boolean isNeeded(DeclaredType type, DeclaredField field) {
        return field.required() || field.name().equals(type.declaration().title());
    }

    private void tell(Place place, String action, JsonValue before, JsonValue after) {
        history.record(SUBJECT + place.recordType() + "." + place.field(), action, before, after);
        changes.fire(new OwnFieldsChanged(callers.tenantId()));
    }
}
