package org.pipewright.platform.records;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Tags to be put on a record and to be taken off it (S-REC-03).
 *
 * @param add ids of tags it shall have, or absent
 * @param remove ids of tags it shall no longer have, or absent
 */
public record Tagging(
        @Size(max = 50) List<UUID> add, @Size(max = 50) List<UUID> remove) {

    public Tagging {
        add = add == null ? List.of() : add;
        remove = remove == null ? List.of() : remove;
    }
}
