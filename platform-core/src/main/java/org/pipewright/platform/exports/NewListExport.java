package org.pipewright.platform.exports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A list to be written into a file in the background.
 *
 * @param recordType whose records
 * @param format {@code csv} (the default) or {@code xlsx}
 * @param filter that they match
 * @param q words that they hold
 * @param sort of the rows
 * @param fields that become columns; all that the caller sees if none are named
 * @param header {@code labels} in the caller's language (the default) or {@code names} of the fields
 * @param bom whether a CSV file begins with a byte order mark, which some spreadsheets need; it does unless told otherwise
 */
public record NewListExport(
        @NotBlank @Size(max = 100) String recordType,
        @Pattern(regexp = "csv|xlsx") String format,
        @Size(max = 8000) String filter,
        @Size(max = 200) String q,
        @Size(max = 200) String sort,
        @Size(max = 200) List<String> fields,
        @Pattern(regexp = "labels|names") String header,
        Boolean bom) {

    public NewListExport {
        format = format == null ? "csv" : format;
        filter = filter == null ? "" : filter;
        q = q == null ? "" : q;
        sort = sort == null ? "" : sort;
        fields = fields == null ? List.of() : fields;
        bom = bom == null || bom;
    }

    boolean isNamed() {
        return "names".equals(header);
    }
}
