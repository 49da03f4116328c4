package org.pipewright.platform.layouts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A layout of a record type.
 *
 * @param role for whose holders it is, or null for everybody
 * @param kind for which records it is, or null for all
 * @param sections of form and page; empty for those of the product
 * @param columns of the list; empty for those of the product
 */
public record LayoutView(
        UUID id,
        int version,
        String recordType,
        UUID role,
        Kind kind,
        List<LayoutSection> sections,
        List<String> columns) {

    /**
     * Records that have a value in a field.
     *
     * @param title of the record the value refers to; null where the value refers to none, or to one the caller does not see
     */
    public record Kind(String field, String value, String title) {}

    /** A role for which there can be layouts. */
    public record RoleChoice(UUID id, String title) {}

    /** Layouts of the tenant, for each record type in the order in which they count, and the roles there are. */
    public record Page(List<LayoutView> items, List<RoleChoice> roles) {}

    /** The same with other contents. */
    LayoutView with(LayoutChange change) {
        return new LayoutView(id, version, recordType, role, kind, change.sections(), change.columns());
    }

    /** The same of whose kind it is known what it is called. */
    LayoutView titled(String title) {
        return new LayoutView(
                id, version, recordType, role, new Kind(kind.field(), kind.value(), title), sections, columns);
    }

    /** Whether both are for the same people and records. */
    boolean isFor(LayoutView other) {
        return recordType.equals(other.recordType)
                && Objects.equals(role, other.role)
                && (kind == null
                        ? other.kind == null
                        : other.kind != null
                                && kind.field().equals(other.kind.field())
                                && kind.value().equals(other.kind.value()));
    }
}
