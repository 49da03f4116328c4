package org.pipewright.platform.spi.records;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * Fields that the bound tenant added to record types (S-CF-01), for module code that carries values from one record to
 * another (S-CF-04). Provided by the core as a CDI bean; values are as REST shows them.
 */
public interface AddedFields {

    /** Names of the fields the tenant added to the type that people fill in and the caller sees, in their order. */
    List<String> of(String recordType);

    /** Whether the type has a field of that name, added or declared, into which the caller may write the value. */
    boolean takes(String recordType, String field, JsonValue value);

    /** What the field is called and the value, in words of the tenant's language. */
    String told(String recordType, String field, JsonValue value);
}
