package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.contactpoints.ContactPoint;
import org.pipewright.platform.spi.records.AddedFields;
import org.pipewright.platform.texts.Texts;

/** Added fields for module code. */
@ApplicationScoped
class AddedFieldsFromCode implements AddedFields {

    private static final String KIND = "kind";

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding callers;

    @Inject
    Texts texts;

    @Override
    public List<String> of(String recordType) {
        DeclaredType type = types.named(recordType).orElseThrow();
        return type.own().stream()
                .filter(field -> !field.isReckoned() && Query.isVisible(callers.caller(), type, field))
                .map(DeclaredField::name)
                .toList();
    }

    @Override
    public boolean takes(String recordType, String field, JsonValue value) {
        return types.named(recordType)
                .flatMap(type -> type.field(field))
                .filter(found -> !found.readOnly() && callers.hasFeature(found.feature()))
                .filter(found -> callers.caller().access(recordType, field) == FieldAccess.EDIT)
                .filter(found -> found.kind() != FieldKind.FILE && fits(found, value))
                .isPresent();
    }

    private static boolean fits(DeclaredField field, JsonValue value) {
        try {
            FieldValues.read(field, value);
            return true;
        } catch (FieldValues.Unfit e) {
            return false;
        }
    }

    @Override
    public String told(String recordType, String field, JsonValue value) {
        return text(recordType + "." + field) + ": " + text(recordType, field, value);
    }

    private String text(String recordType, String field, JsonValue value) {
        Optional<DeclaredField> choice = types.named(recordType)
                .flatMap(type -> type.field(field))
                .filter(found -> found.kind() == FieldKind.CHOICE || found.kind() == FieldKind.CHOICES);
        if (value instanceof JsonArray several) {
            return several.stream().map(each -> text(recordType, field, each)).collect(Collectors.joining(", "));
        } else if (value instanceof JsonObject object) {
            return object.containsKey(KIND) ? point(object) : titleOrAmount(object);
        }
        String plain = value instanceof JsonString string ? string.getString() : value.toString();
        return choice.map(found -> text(found.labelOf(plain, recordType + "." + field)))
                .or(() -> yesOrNo(value))
                .orElse(plain);
    }

    private static String titleOrAmount(JsonObject object) {
        return object.containsKey("title")
                ? object.getString("title", "")
                : object.getString("amount", "") + " " + object.getString("currency", "");
    }

    /** What somebody wrote of a contact point: the address or number, or the parts of a postal address. */
    private static String point(JsonObject point) {
        return point.entrySet().stream()
                .filter(part -> !Set.of(KIND, ContactPoint.E164).contains(part.getKey()))
                .map(Map.Entry::getValue)
                .filter(JsonString.class::isInstance)
                .map(part -> ((JsonString) part).getString())
                .collect(Collectors.joining(", "));
    }

    private Optional<String> yesOrNo(JsonValue value) {
        return value == JsonValue.TRUE || value == JsonValue.FALSE
                ? Optional.of(text(value == JsonValue.TRUE ? "core.yes" : "core.no"))
                : Optional.empty();
    }

    private String text(String key) {
        return texts.text(callers.caller().tenant().language(), key);
    }
}
