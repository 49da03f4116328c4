package org.pipewright.platform.translations;

import java.util.List;
import java.util.UUID;

/**
 * A name the tenant gave to something, and what those see who read in another language.
 *
 * @param recordType what it names: a record type, or {@code core.role}
 * @param name in the tenant's language
 * @param text in the other language, or null: then the name is seen
 */
public record Translation(String recordType, UUID id, String name, String text) {

    /** All names in one language. */
    public record Page(String language, List<Translation> items) {}

    /** What a name is to be in the other language. */
    public record Wanted(String text) {}
}
