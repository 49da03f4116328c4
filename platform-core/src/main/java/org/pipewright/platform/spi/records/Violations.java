package org.pipewright.platform.spi.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pipewright.platform.spi.errors.FieldError;

/**
 * Collects everything that is wrong with a record, so that one answer names every failing field. Rules of completeness
 * are told apart from rules of sense: historical data may lack facts, it may not be nonsense.
 */
public final class Violations {

    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> gaps = new ArrayList<>();
    private String verb;

    /** A value is wrong. */
    public void reject(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }

    /** A required fact is absent; accepted, marked and listed when historical data is imported. */
    public void missing(String field, String message) {
        gaps.add(new FieldError(field, "required", message));
    }

    /** A value comes about by a verb only, which the answer names so that forms can open that one's. */
    public void rejectForVerb(String field, String name, String message) {
        reject(field, "by-verb", message);
        verb = name;
    }

    /** The verb by which a rejected value comes about, if there is one. */
    public Optional<String> verb() {
        return Optional.ofNullable(verb);
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public List<FieldError> gaps() {
        return List.copyOf(gaps);
    }
}
