package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.matching.Matching;
import org.pipewright.platform.records.Candidates;
import org.pipewright.platform.recordtypes.DeclaredType;

/**
 * Finds existing records that rows are taken for, as a warning before a file is brought in twice; of types without rules
 * for that (S-DUP-01), those of the same title.
 */
@ApplicationScoped
class Duplicates {

    @Inject
    Lookup lookup;

    @Inject
    Candidates candidates;

    /** For each row that would make a record, one that may be the same. */
    Map<Integer, UUID> of(DeclaredType type, List<Translated> rows) {
        return Matching.rules(type).isEmpty() ? namesakes(type, rows) : candidates.nearest(type, members(rows));
    }

    private static Map<Integer, JsonObject> members(List<Translated> rows) {
        return rows.stream()
                .filter(row -> row.id().isEmpty())
                .collect(Collectors.toMap(Translated::n, Translated::members));
    }

    private Map<Integer, UUID> namesakes(DeclaredType type, List<Translated> rows) {
        Set<String> titles =
                rows.stream().flatMap(row -> title(type, row).stream()).collect(Collectors.toSet());
        Map<String, List<UUID>> found = lookup.by(type, type.title(), titles);
        Map<Integer, UUID> namesakes = new HashMap<>();
        rows.forEach(row -> title(type, row)
                .map(title -> found.get(Lookup.fold(title)))
                .ifPresent(ids -> namesakes.put(row.n(), ids.get(0))));
        return namesakes;
    }

    private static Optional<String> title(DeclaredType type, Translated row) {
        return row.id().isPresent()
                ? Optional.empty()
                : row.member(type.title().name())
                        .filter(JsonString.class::isInstance)
                        .map(value -> ((JsonString) value).getString());
    }
}
