package org.pipewright.platform.imports;

import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** New texts for some cells of a row, by column. */
public record RowChange(@NotNull Map<String, String> cells) {}
