package org.pipewright.platform.views;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A view to be kept.
 *
 * @param fixed whether it keeps the records that match its filter now, whatever they are like later
 */
public record NewView(
        @NotBlank String recordType,
        @NotBlank @Size(max = 80) String name,
        @Pattern(regexp = "private|team|tenant") String visibility,
        @Size(max = 8000) String filter,
        @Size(max = 200) String sort,
        @Size(max = 100) List<String> columns,
        Boolean fixed) {

    public NewView {
        visibility = visibility == null ? "private" : visibility;
        fixed = fixed != null && fixed;
    }
}
