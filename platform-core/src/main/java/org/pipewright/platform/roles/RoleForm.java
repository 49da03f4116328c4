package org.pipewright.platform.roles;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** What people send to make or change a role. */
final class RoleForm {

    static final int LONGEST_NAME = 100;
    static final int MOST_LINES = 5000;

    private RoleForm() {}

    /**
     * A level for an action on a subject.
     *
     * @param subject record type or capability
     * @param action of the subject
     * @param level such as {@code team-and-below}
     */
    public record GrantLine(
            @NotNull String subject,
            @NotNull String action,
            @NotNull String level) {}

    /**
     * What remains of a field.
     *
     * @param recordType that has the field
     * @param field its name
     * @param access {@code none}, {@code view} or {@code edit}
     */
    public record FieldLine(
            @NotNull String recordType,
            @NotNull String field,
            @NotNull String access) {}

    /** A new role; what is left out is nothing. */
    public record NewRole(
            @NotBlank @Size(max = LONGEST_NAME) String name,
            @Size(max = MOST_LINES) List<GrantLine> grants,
            @Size(max = MOST_LINES) List<FieldLine> fields,
            @Size(max = MOST_LINES) Map<String, Boolean> features) {}

    /** A change by JSON Merge Patch: lists replace the old ones, features are merged, what is left out stays. */
    public record RoleChange(
            @Size(min = 1, max = LONGEST_NAME) @Pattern(regexp = "(?s).*\\S.*")
            String name,

            @Size(max = MOST_LINES) List<GrantLine> grants,
            @Size(max = MOST_LINES) List<FieldLine> fields,
            @Size(max = MOST_LINES) Map<String, Boolean> features) {}

    /** The name of a copy. */
    public record Copy(@NotBlank @Size(max = LONGEST_NAME) String name) {}
}
