package org.pipewright.platform.ownfields;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.recordtypes.Condition;
import org.pipewright.platform.recordtypes.FieldKind;

/**
 * A field that the tenant added to a record type.
 *
 * @param name in REST, imports and filters
 * @param references record type a link leads to, or empty
 * @param labels by language
 * @param help by language, what forms explain beside it
 * @param group section of the form, or empty
 * @param unique whether no two records have the same value
 * @param indexed whether filters find its values in an index
 * @param searchable whether records are found by its words
 * @param preset value of a new record that comes without one, or null
 * @param conditions under which it is required, shown or read-only
 * @param formula by which it is reckoned, or empty
 * @param result kind of what the formula makes, or null
 * @param hiddenAt since when it is hidden, or null
 * @param goneAt when it goes for good with its values, or null
 */
public record OwnFieldView(
        UUID id,
        int version,
        String recordType,
        String name,
        Kind kind,
        String references,
        Map<String, String> labels,
        Map<String, String> help,
        String group,
        boolean required,
        boolean unique,
        boolean indexed,
        boolean searchable,
        List<OwnChoice> choices,
        JsonValue preset,
        Condition.OfField conditions,
        String formula,
        FieldKind result,
        Instant hiddenAt,
        Instant goneAt) {

    /** Kinds of fields that tenants can add. */
    public enum Kind {
        TEXT,
        MULTILINE,
        EMAIL,
        PHONE,
        URL,
        INTEGER,
        DECIMAL,
        MONEY,
        DATE,
        BOOLEAN,
        CHOICE,
        CHOICES,
        REFERENCE,
        /** A file that is sent for the field of one record. */
        FILE,
        /** Reckoned from other fields of the record. */
        FORMULA;

        boolean isList() {
            return this == CHOICE || this == CHOICES;
        }

        boolean canBeUnique() {
            return this == TEXT || this == EMAIL || this == PHONE || this == URL || this == INTEGER;
        }

        boolean canBeIndexed() {
            return this != MULTILINE && this != FILE && this != FORMULA;
        }
    }

    /**
     * Fields of the tenant.
     *
     * @param recordTypes to which fields can be added
     */
    public record Page(List<OwnFieldView> items, List<String> recordTypes) {}

    /** The same with another value for new records. */
    OwnFieldView withPreset(JsonValue other) {
        return new OwnFieldView(
                id,
                version,
                recordType,
                name,
                kind,
                references,
                labels,
                help,
                group,
                required,
                unique,
                indexed,
                searchable,
                choices,
                other,
                conditions,
                formula,
                result,
                hiddenAt,
                goneAt);
    }

    /** The same field as it shall be from now on. */
    OwnFieldView with(OwnFieldChange change) {
        return new OwnFieldView(
                id,
                version,
                recordType,
                name,
                kind,
                references,
                change.labels(),
                change.help(),
                change.group(),
                change.required(),
                change.unique(),
                change.indexed(),
                change.searchable(),
                change.named(),
                change.preset(),
                change.conditions(),
                change.formula(),
                result,
                hiddenAt,
                goneAt);
    }

    /** The same of whose formula it is known what it makes. */
    OwnFieldView resulting(FieldKind made) {
        return new OwnFieldView(
                id,
                version,
                recordType,
                name,
                kind,
                references,
                labels,
                help,
                group,
                required,
                unique,
                indexed,
                searchable,
                choices,
                preset,
                conditions,
                formula,
                made,
                hiddenAt,
                goneAt);
    }

    /** Its kind among those of all fields. */
    FieldKind fieldKind() {
        return kind == Kind.FORMULA ? result : FieldKind.valueOf(kind.name());
    }

    boolean isReckoned() {
        return kind == Kind.FORMULA;
    }

    boolean isHidden() {
        return hiddenAt != null;
    }
}
