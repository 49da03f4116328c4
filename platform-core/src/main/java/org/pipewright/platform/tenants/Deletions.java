package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** Records of deletions: the demand first, at the end what was removed (S-TEN-17). */
@ApplicationScoped
class Deletions {

    private static final String COLUMNS = "select tenant_id, slug, name, requested_at, requested_by, purged_at,"
            + " rows, accounts_removed from platform.deletion ";

    @Inject
    Sql sql;

    void demanded(UUID tenant, String by) {
        sql.update(
                "insert into platform.deletion (tenant_id, slug, name, requested_by)"
                        + " select id, slug, name, ? from platform.tenant where id = ?"
                        + " on conflict (tenant_id) do update set requested_at = now(), requested_by = excluded.requested_by",
                by,
                tenant);
    }

    void takenBack(UUID tenant) {
        sql.update("delete from platform.deletion where tenant_id = ? and purged_at is null", tenant);
    }

    void done(UUID tenant, Map<String, Long> rows, int accountsRemoved) {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        rows.forEach(counts::add);
        sql.update(
                "update platform.deletion set purged_at = now(), rows = ?::jsonb, accounts_removed = ? where tenant_id = ?",
                counts.build().toString(),
                accountsRemoved,
                tenant);
    }

    Optional<DeletionRecord> of(UUID tenant) {
        return sql.first(COLUMNS + "where tenant_id = ?", Deletions::read, tenant);
    }

    List<DeletionRecord> all() {
        return sql.list(COLUMNS + "order by requested_at desc, tenant_id", Deletions::read);
    }

    private static DeletionRecord read(ResultSet row) throws SQLException {
        return new DeletionRecord(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                row.getString(5),
                instant(row, 6),
                object(row.getString(7)),
                row.getObject(8, Integer.class));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static JsonObject object(String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
