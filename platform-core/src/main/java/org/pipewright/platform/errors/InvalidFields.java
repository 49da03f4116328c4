package org.pipewright.platform.errors;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/** Says of fields of a request what is wrong with them; the texts are {@code core.violation.<code>}. */
public final class InvalidFields {

    private static final String TEXTS = "core.violation.";

    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 2999;

    private InvalidFields() {}

    /** One failing field. */
    public static FieldError error(String field, String code) {
        return new FieldError(field, code, TEXTS + code);
    }

    /** Notes a failing field, if it is wrong. */
    public static void reject(List<FieldError> errors, boolean wrong, String field, String code) {
        if (wrong) {
            errors.add(error(field, code));
        }
    }

    /** Notes a day that no record can have; none is fine. */
    public static void rejectAbsurd(List<FieldError> errors, LocalDate day, String field) {
        reject(errors, day != null && isAbsurd(day), field, "out-of-range");
    }

    /** Whether a day is so far away that it must be a mistake, as every date of a record is judged. */
    public static boolean isAbsurd(LocalDate day) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR;
    }

    /** The refusal of a request for one field. */
    public static Refusal refusal(String field, String code) {
        return refusal(List.of(error(field, code)));
    }

    /** The same with a text of its own, {@code core.violation.<text>}. */
    public static Refusal refusal(String field, String code, String text) {
        return refusal(List.of(new FieldError(field, code, TEXTS + text)));
    }

    /** The refusal of a parameter that lists names of which some are not known: they are the problem's {@code name}. */
    public static Refusal unknown(String parameter, Collection<String> names) {
        return new Refusal(
                CoreErrorCode.INVALID, Map.of("name", String.join(", ", names)), List.of(error(parameter, "unknown")));
    }

    /** The refusal of a request for several fields. */
    public static Refusal refusal(List<FieldError> errors) {
        return new Refusal(CoreErrorCode.INVALID, Map.of(), errors);
    }

    /** Refuses the request if a field fails. */
    public static void requireNone(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw refusal(errors);
        }
    }
}
