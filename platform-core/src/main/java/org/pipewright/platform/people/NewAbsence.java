package org.pipewright.platform.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Days on which the caller will not be there.
 *
 * @param fromDay first day
 * @param untilDay last day
 * @param deputy who stands in, may be null
 * @param note for colleagues, may be null
 */
public record NewAbsence(
        @NotNull LocalDate fromDay,
        @NotNull LocalDate untilDay,
        UUID deputy,
        @Size(max = 500) String note) {}
