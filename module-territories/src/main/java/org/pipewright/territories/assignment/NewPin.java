package org.pipewright.territories.assignment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a record is to be held, whatever the rules say.
 *
 * @param territory in which it is held; none keeps it out of all
 * @param reason why
 * @param until last day; none for good
 */
public record NewPin(
        UUID territory, @NotBlank @Size(max = 500) String reason, LocalDate until) {}
