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

    /** A record that was not changed. */
    public record Failure(String id, String problem, List<FieldError> errors) {}
}
