package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Records;

/** Records for module code. */
@ApplicationScoped
class RecordsFromCode implements Records {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    CallerBinding callers;

    @Inject
    Candidates candidates;

    @Inject
    Sql sql;

    @Override
    public <R extends CrmRecord> Optional<R> withId(Class<R> type, UUID id) {
        return writing.find(types.of(type), id)
                .filter(r -> r.deletedAt().isEmpty())
                .map(type::cast);
    }

    @Override
    public <R extends CrmRecord> R create(R record) {
        writing.create(record);
        return record;
    }

    @Override
    public <R extends CrmRecord> void change(R record, java.util.function.Consumer<R> change) {
        writing.finish(writing.changed(types.of(record.getClass()), record, change), "edit");
    }

    @Override
    public UUID create(String recordType, JsonObject members) {
        return writing.compose(types.named(recordType).orElseThrow(), members);
    }

    @Override
    public void delete(String recordType, UUID id) {
        DeclaredType type = types.named(recordType).orElseThrow();
        writing.find(type, id).filter(r -> r.deletedAt().isEmpty()).ifPresent(record -> writing.bin(type, record));
    }

    @Override
    public Optional<JsonObject> seen(String recordType, UUID id) {
        DeclaredType type = types.named(recordType).orElseThrow();
        if (!callers.caller().has(type.feature()) || !reading.allows(type, id, Action.VIEW)) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(
                reading.view(type, id, record -> RecordReading.Offer.NONE).members()))) {
            return Optional.of(reader.readObject());
        }
    }

    @Override
    public Optional<UUID> having(String recordType, String field, String value) {
        DeclaredType type = types.named(recordType).orElseThrow();
        DeclaredField declared = type.field(field).orElseThrow();
        List<UUID> ids = declared.kind().isPoints()
                ? reachable(type, declared, value)
                : sql.list(
                        "select id from " + type.table() + " where deleted_at is null and lower(" + declared.column()
                                + ") = lower(?) limit 2",
                        row -> row.getObject(1, UUID.class),
                        value);
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    @Override
    public Optional<UUID> like(String recordType, JsonObject members) {
        return candidates.outstanding(types.named(recordType).orElseThrow(), members);
    }

    /** Records in the bin have no entry. */
    private List<UUID> reachable(DeclaredType type, DeclaredField field, String value) {
        return sql.list(
                "select distinct record_id from core.contact_point where subject = ? and field = ? and form = ? limit 2",
                row -> row.getObject(1, UUID.class),
                type.name(),
                field.name(),
                value.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<UUID> reachedBy(String recordType, String field, String value) {
        return sql.list(
                "select distinct record_id from core.contact_point where subject = ? and field = ? and form = ?"
                        + " order by record_id desc limit 100",
                row -> row.getObject(1, UUID.class),
                recordType,
                field,
                value.toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<UUID> referenceOf(String recordType, UUID id, String field) {
        DeclaredType type = types.named(recordType).orElseThrow();
        String column = type.field(field).orElseThrow().column();
        return sql
                .list(
                        "select " + column + " from " + type.table() + " where id = ?",
                        row -> Optional.ofNullable(row.getObject(1, UUID.class)),
                        id)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
