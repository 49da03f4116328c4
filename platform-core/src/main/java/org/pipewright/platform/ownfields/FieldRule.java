package org.pipewright.platform.ownfields;

import java.util.List;
import org.pipewright.platform.recordtypes.Condition;

/**
 * What the tenant asks of a field of the product beyond what the product does.
 *
 * @param recordType that has the field
 * @param field its name
 * @param conditions under which it is required, shown or read-only
 */
public record FieldRule(String recordType, String field, Condition.OfField conditions) {

    /** A field of the product that people fill in. */
    public record Place(String recordType, String field) {}

    /**
     * Rules of the tenant.
     *
     * @param fields for which there can be rules
     */
    public record Page(List<FieldRule> items, List<Place> fields) {}
}
