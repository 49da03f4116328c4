package org.pipewright.platform.records;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Records to be merged into the one of the address (S-DUP-04). A field keeps the winner's value, or the first other
 * record's where the winner has none, unless said otherwise here.
 *
 * @param losers ids of the records that become part of it
 * @param take id of the record whose value is taken, by field
 * @param append lists of contact points that get the entries of all records
 */
public record Merge(
        @NotNull @Size(min = 1, max = 9) List<UUID> losers,
        Map<String, UUID> take,
        @Size(max = 20) List<String> append) {

    public Merge {
        take = take == null ? Map.of() : take;
        append = append == null ? List.of() : append;
    }
}
