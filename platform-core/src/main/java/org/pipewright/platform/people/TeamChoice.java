package org.pipewright.platform.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.FieldError;

/**
 * The teams of a member.
 *
 * @param main to which new records go, one of them; null only where there is none
 * @param teams all of them
 */
public record TeamChoice(
        UUID main, @NotNull @Size(max = 100) Set<UUID> teams) {

    /** What is wrong with it, given whether all the teams are there. */
    List<FieldError> errors(boolean known) {
        List<FieldError> errors = new ArrayList<>();
        InvalidFields.reject(errors, !known, "teams", "not-found");
        InvalidFields.reject(errors, main == null && !teams.isEmpty(), "main", "required");
        InvalidFields.reject(errors, main != null && !teams.contains(main), "main", "not-a-choice");
        return errors;
    }
}
