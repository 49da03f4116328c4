package org.pipewright.platform.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How long a history shall be kept. No less than a month, so that nobody wipes out what was just done.
 *
 * @param days after which lines go, or null for ever
 */
public record NewRetention(@Min(30) @Max(36_500) Integer days) {}
