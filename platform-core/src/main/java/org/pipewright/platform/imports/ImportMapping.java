package org.pipewright.platform.imports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How rows become records.
 *
 * @param fields what goes where; several fields may use one column
 * @param mode {@code create} (the default), {@code update} or {@code create-or-update}
 * @param keys fields by which existing records are recognised; in mode create such rows are skipped
 * @param historical whether rows may lack required facts; they come in marked as incomplete
 */
public record ImportMapping(
        @NotNull @Size(max = 300) List<@Valid FieldMapping> fields,
        String mode,
        @Size(max = 5) List<String> keys,
        Boolean historical) {

    static final String CREATE = "create";
    static final String UPDATE = "update";
    static final String CREATE_OR_UPDATE = "create-or-update";
    /** Stands for the id of a record, which is no field. */
    static final String ID = "id";

    public ImportMapping {
        mode = mode == null ? CREATE : mode;
        keys = keys == null ? List.of() : keys;
        historical = Boolean.TRUE.equals(historical);
    }

    /**
     * What goes into a field.
     *
     * @param field name of the field, or {@code id}
     * @param column name of the column, or null for the same value in every row
     * @param constant value where the column is empty, or of every row
     * @param values other spellings and what they stand for, such as {@code Won → Closed Won}
     * @param format of dates a pattern such as {@code dd.MM.yyyy}, of numbers the decimal sign; null for detection
     * @param by of references how the record is named: {@code id}, {@code title} (the default) or another of its fields
     * @param createMissing of references whether a record that is not there is made by its title
     * @param currency of amounts the currency; null for the tenant's
     * @param currencyColumn of amounts the column with the currency
     * @param clear whether an empty cell empties the field of an existing record
     */
    public record FieldMapping(
            @NotBlank String field,
            String column,
            @Size(max = 10_000) String constant,
            @Size(max = 1000) Map<String, String> values,
            @Size(max = 40) String format,
            String by,
            Boolean createMissing,
            String currency,
            String currencyColumn,
            Boolean clear) {

        /** A column that goes into a field as it is. */
        static FieldMapping of(String field, String column) {
            return new FieldMapping(field, column, null, null, null, null, null, null, null, null);
        }

        boolean createsMissing() {
            return Boolean.TRUE.equals(createMissing);
        }

        boolean clears() {
            return Boolean.TRUE.equals(clear);
        }

        Map<String, String> aliases() {
            return values == null ? Map.of() : values;
        }
    }

    Optional<FieldMapping> of(String field) {
        return fields.stream().filter(mapping -> mapping.field().equals(field)).findFirst();
    }

    /** The mapping that fills the field, or else a part of it. */
    Optional<FieldMapping> about(String field) {
        return of(field)
                .or(() -> fields.stream()
                        .filter(mapping -> mapping.field().startsWith(field + "."))
                        .findFirst());
    }

    boolean creates() {
        return !mode.equals(UPDATE);
    }

    boolean updates() {
        return !mode.equals(CREATE);
    }
}
