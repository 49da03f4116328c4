package org.pipewright.platform.recordtypes;

import java.util.UUID;

/**
 * A file that is the value of a field: one of the record's own.
 *
 * @param id of the file, by which alone two values are the same
 * @param title name of the file; empty where only the id was given
 */
public record FileValue(UUID id, String title) {

    @Override
    public boolean equals(Object other) {
        return other instanceof FileValue that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The name by which people know it. */
    @Override
    public String toString() {
        return title;
    }
}
