package org.pipewright.platform.tags;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Which tag another one is merged into.
 *
 * @param into the tag that stays and gets every record of the other
 */
public record Merging(@NotNull UUID into) {}
