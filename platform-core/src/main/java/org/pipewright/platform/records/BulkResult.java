package org.pipewright.platform.records;

import java.util.List;
import org.pipewright.platform.spi.errors.FieldError;

/**
 * What became of each record.
 *
 * @param done how many were changed
 * @param failed those that were not, with the reason
 */
public record BulkResult(int done, List<Failure> failed) {

    /**
     * A record that was not changed.
     *
     * @param id as it was asked for
     * @param title of the record; absent when it is not there for the caller
     * @param problem type of the problem, without its prefix
     * @param message the problem in the caller's language
     * @param errors the failing fields, with messages in the caller's language
     */
    public record Failure(String id, String title, String problem, String message, List<FieldError> errors) {}
}
