package org.pipewright.platform.recordtypes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;

/**
 * What only a field has that a tenant added to a record type (S-CF-01).
 *
 * @param id of the definition
 * @param unique whether no two records have the same value
 * @param indexed whether filters find its values in an index
 * @param choices values of a list, in their order
 * @param preset value of a new record that comes without one, or null
 * @param help whether there is a text that explains it
 * @param formula by which the database reckons it; empty for a field that is filled in
 */
public record OwnField(
        UUID id,
        boolean unique,
        boolean indexed,
        List<String> choices,
        Object preset,
        boolean help,
        Optional<Formula> formula) {

    /** Feature that must be on for such fields to exist. */
    public static final String FEATURE = "core.own-fields";

    /** What their names begin with, so that no release of a module brings a field of that name. */
    public static final String PREFIX = "own";

    /** Whether its values stand in the index. */
    public boolean isKept() {
        return unique || indexed;
    }

    /** The same reckoned by a formula. */
    OwnField reckoned(Formula by) {
        return new OwnField(id, unique, indexed, choices, preset, help, Optional.of(by));
    }

    /** The same as if its value stood among those that people fill in. */
    OwnField filledIn() {
        return new OwnField(id, unique, indexed, choices, preset, help, Optional.empty());
    }

    /** What a tenant says of a field, in the form in which entities declare it. */
    public record Rules(
            boolean required,
            int max,
            double from,
            double to,
            Format format,
            String references,
            boolean searchable,
            String group)
            implements Field {

        @Override
        public Class<Field> annotationType() {
            return Field.class;
        }

        @Override
        public String offered() {
            return "";
        }

        @Override
        public String keeps() {
            return "";
        }

        @Override
        public String reckonedBy() {
            return "";
        }

        @Override
        public String beside() {
            return "";
        }

        @Override
        public String explains() {
            return "";
        }

        @Override
        public String capability() {
            return "";
        }

        @Override
        public String creates() {
            return "";
        }

        @Override
        public int decimals() {
            return 4;
        }

        @Override
        public boolean readOnly() {
            return false;
        }

        @Override
        public boolean personal() {
            return false;
        }

        @Override
        public String feature() {
            return FEATURE;
        }
    }
}
