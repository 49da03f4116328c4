package org.pipewright.platform.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.recordtypes.DeclaredType;

/**
 * What is remembered while rows of one import are worked on, so that nothing is asked twice. What a chunk found out
 * counts for the following ones only after the chunk was kept.
 */
final class ImportSession {

    private final Import imported;
    private final DeclaredType type;
    private final RowTranslation translation;
    private final Set<String> fileTitles;
    private final Map<String, Map<String, UUID>> known = new HashMap<>();
    private final Map<String, Map<String, UUID>> fresh = new HashMap<>();
    private final Map<List<String>, Integer> keys = new HashMap<>();
    private final boolean rehearsal;

    ImportSession(
            Import imported, DeclaredType type, RowTranslation translation, Set<String> fileTitles, boolean rehearsal) {
        this.imported = imported;
        this.type = type;
        this.translation = translation;
        this.fileTitles = fileTitles;
        this.rehearsal = rehearsal;
    }

    Import imported() {
        return imported;
    }

    ImportMapping mapping() {
        return imported.mapping();
    }

    DeclaredType type() {
        return type;
    }

    Translated translate(Row row) {
        return translation.translate(row);
    }

    boolean isRehearsal() {
        return rehearsal;
    }

    /** Whether a row of the file will be a record of that title. */
    boolean willHave(String title) {
        return fileTitles.contains(Lookup.fold(title));
    }

    Optional<UUID> reference(String field, String name) {
        String folded = Lookup.fold(name);
        return Optional.ofNullable(fresh.getOrDefault(field, Map.of()).get(folded))
                .or(() ->
                        Optional.ofNullable(known.getOrDefault(field, Map.of()).get(folded)));
    }

    void remember(String field, String name, UUID id) {
        fresh.computeIfAbsent(field, f -> new HashMap<>()).put(Lookup.fold(name), id);
    }

    /** The earlier row with the same key, if there is one. */
    Optional<Integer> claim(List<String> key, int n) {
        int first = keys.merge(key, n, Math::min);
        return first < n ? Optional.of(first) : Optional.empty();
    }

    /** The chunk was kept. */
    void settle() {
        fresh.forEach((field, ids) ->
                known.computeIfAbsent(field, f -> new HashMap<>()).putAll(ids));
        fresh.clear();
    }

    /** The chunk was rolled back. */
    void discard() {
        fresh.clear();
    }
}
