package org.pipewright.platform.ownfields;

import jakarta.validation.constraints.NotNull;
import org.pipewright.platform.recordtypes.Condition;

/**
 * What shall be asked of a field of the product from now on.
 *
 * @param conditions under which it is required, shown or read-only
 */
public record FieldRuleChange(@NotNull Condition.OfField conditions) {}
