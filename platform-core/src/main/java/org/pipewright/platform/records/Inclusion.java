package org.pipewright.platform.records;

import jakarta.json.stream.JsonGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.FieldKind;

/**
 * The records that some references of what is read point to, each once (S-API-02). They are read with one statement for
 * each of their types, as lists of them are: what the caller could not read there is missing here.
 */
final class Inclusion {

    /** Of nothing. */
    static final Inclusion NONE = new Inclusion(List.of());

    private final List<DeclaredField> references;
    private final Map<String, Set<UUID>> ids = new TreeMap<>();

    private Inclusion(List<DeclaredField> references) {
        this.references = references;
        references.forEach(reference -> ids.put(reference.references(), new HashSet<>()));
    }

    /** What the named references point to; refuses a name that is none of the references the caller may see. */
    static Inclusion of(Query query, List<String> names) {
        return new Inclusion(names.stream()
                .distinct()
                .map(name -> query.type()
                        .listed(name)
                        .filter(field -> field.kind() == FieldKind.REFERENCE)
                        .filter(field -> Query.isVisible(query.caller(), query.type(), field))
                        .orElseThrow(() -> InvalidFields.unknown("include", List.of(name))))
                .toList());
    }

    /** The wanted fields, the references among them: without those nobody could tell which record belongs where. */
    Set<String> fields(List<String> wanted) {
        Set<String> fields = new TreeSet<>(wanted);
        if (!wanted.isEmpty()) {
            references.forEach(reference -> fields.add(reference.name()));
        }
        return fields;
    }

    /** Remembers what a row that is read refers to. */
    void note(Selection selection, ResultSet row) throws SQLException {
        for (DeclaredField reference : references) {
            UUID id = row.getObject(selection.columnOf(reference), UUID.class);
            if (id != null) {
                ids.get(reference.references()).add(id);
            }
        }
    }

    /** Writes the records by their type and id, if any were asked for. */
    void write(JsonGenerator json, RecordReading reading) {
        if (references.isEmpty()) {
            return;
        }
        json.writeStartObject("included");
        ids.forEach((type, wanted) -> {
            json.writeStartObject(type);
            reading.writeEach(type, wanted, json);
            json.writeEnd();
        });
        json.writeEnd();
    }
}
