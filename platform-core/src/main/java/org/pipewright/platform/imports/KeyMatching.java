package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.spi.contactpoints.ContactPoint;

/** Recognises the records that rows are about by the mapping's keys (S-IMP-03). */
@ApplicationScoped
class KeyMatching {

    @Inject
    Lookup lookup;

    /** Tells each row its record; two of them, or none where one is needed, is an error of the row. */
    void match(ImportSession session, List<Translated> rows) {
        ImportMapping mapping = session.mapping();
        if (mapping.keys().isEmpty()) {
            return;
        }
        if (mapping.keys().contains(ImportMapping.ID)) {
            matchIds(session, rows);
        } else {
            matchKeys(session, rows);
        }
    }

    private void matchIds(ImportSession session, List<Translated> rows) {
        Set<UUID> found = lookup.ids(
                session.type(), rows.stream().flatMap(row -> row.id().stream()).toList());
        rows.forEach(row -> row.id()
                .ifPresentOrElse(
                        id -> {
                            if (!found.contains(id)) {
                                row.reject(ImportMapping.ID, "not-found");
                            }
                            claim(session, row, List.of(id.toString()));
                        },
                        () -> requireMatch(session, row)));
    }

    private void matchKeys(ImportSession session, List<Translated> rows) {
        Map<String, Map<String, List<UUID>>> hits = new HashMap<>();
        session.mapping().keys().forEach(key -> {
            DeclaredField field = session.type().field(key).orElseThrow();
            Set<String> values =
                    rows.stream().flatMap(row -> value(row, key).stream()).collect(Collectors.toSet());
            hits.put(key, lookup.by(session.type(), field, values));
        });
        rows.forEach(row -> match(session, row, hits));
    }

    private void match(ImportSession session, Translated row, Map<String, Map<String, List<UUID>>> hits) {
        List<String> key = new ArrayList<>();
        List<UUID> common = null;
        for (String name : session.mapping().keys()) {
            Optional<String> value = value(row, name);
            if (value.isEmpty()) {
                requireMatch(session, row);
                return;
            }
            key.add(Lookup.fold(value.get()));
            List<UUID> found = hits.get(name).getOrDefault(Lookup.fold(value.get()), List.of());
            common = common == null
                    ? found
                    : common.stream().filter(found::contains).toList();
        }
        claim(session, row, key);
        take(session, row, common);
    }

    private static void take(ImportSession session, Translated row, List<UUID> found) {
        if (found.size() > 1) {
            row.reject(session.mapping().keys().get(0), "ambiguous");
        } else if (found.isEmpty()) {
            requireMatch(session, row);
        } else if (session.mapping().updates()) {
            row.recognise(found.get(0));
        } else {
            row.skip("exists");
        }
    }

    private static void requireMatch(ImportSession session, Translated row) {
        if (!session.mapping().creates()) {
            row.reject(session.mapping().keys().get(0), "no-match");
        }
    }

    private static void claim(ImportSession session, Translated row, List<String> key) {
        session.claim(key, row.n())
                .ifPresent(first -> row.reject(session.mapping().keys().get(0), "duplicate-in-file"));
    }

    private static Optional<String> value(Translated row, String key) {
        return row.member(key).filter(value -> value != JsonValue.NULL).map(KeyMatching::text);
    }

    /** Of several addresses the first one tells which record is meant. */
    private static String text(JsonValue value) {
        if (value instanceof JsonArray points && !points.isEmpty()) {
            return points.getJsonObject(0).getString(ContactPoint.VALUE, "");
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
