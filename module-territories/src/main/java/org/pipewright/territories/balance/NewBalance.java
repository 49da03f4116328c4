package org.pipewright.territories.balance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How work is to be evened out.
 *
 * @param by what
 * @param moves at most
 * @param tolerance percent above the average with which somebody is left as it is
 */
public record NewBalance(
        @NotNull Measure by,
        @NotNull @Min(1) @Max(200) Integer moves,
        @NotNull @Min(0) @Max(100) Integer tolerance) {}
