package org.pipewright.platform.views;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What shall be different about a view; what is null stays.
 *
 * @param filter its criteria; a fixed view keeps the records from then on that match it now
 */
public record ViewChange(
        @Size(min = 1, max = 80) String name,
        @Pattern(regexp = "private|team|tenant") String visibility,
        @Size(max = 8000) String filter,
        @Size(max = 200) String sort,
        @Size(max = 100) List<String> columns) {

    /** The view with the change. */
    SavedView applied(SavedView view) {
        return new SavedView(
                view.id(),
                view.version() + 1,
                view.recordType(),
                name == null ? view.name() : name,
                visibility == null ? view.visibility() : visibility,
                filter == null || view.fixed() ? view.filter() : filter,
                sort == null ? view.sort() : sort,
                columns == null ? view.columns() : columns,
                view.fixed(),
                view.mine());
    }
}
