package org.pipewright.platform.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.database.TenantTables;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** Counts what the bound tenant has now. */
@ApplicationScoped
class UsageCounts {

    static final long MEGABYTE = 1 << 20;
    private static final String GLOBAL = "platform.";

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    TenantTables tables;

    long users() {
        return one("select count(*) from core.member where status in ('ACTIVE', 'INVITED') and deleted_at is null");
    }

    long records() {
        return one(types.all().stream()
                .map(DeclaredType::table)
                .map(table -> "(select count(*) from " + table + " where deleted_at is null)")
                .collect(Collectors.joining(" + ", "select 0 + ", "")));
    }

    /** Bytes of all rows of the tenant; reads them all. */
    long storageBytes() {
        List<String> owned =
                tables.all().stream().filter(table -> !table.startsWith(GLOBAL)).toList();
        return one(owned.stream()
                .map(table -> "(select coalesce(sum(pg_column_size(t.*)), 0) from " + table + " t)")
                .collect(Collectors.joining(" + ", "select 0 + ", "")));
    }

    /** Megabytes as last measured. */
    long storageMegabytes(UUID tenant) {
        return sql.first(
                                "select storage_bytes from platform.usage where tenant_id = ? and measured_at is not null"
                                        + " order by month desc limit 1",
                                row -> row.getLong(1),
                                tenant)
                        .orElse(0L)
                / MEGABYTE;
    }

    /** Bytes as last measured, and those of files that came since. */
    long storageBytesWithFiles(UUID tenant) {
        return sql.first(
                        "select coalesce(max(u.storage_bytes), 0) + coalesce((select sum(v.size) from core.file_version v"
                                + " where v.created_at > coalesce(max(u.measured_at), '-infinity')), 0)"
                                + " from (select storage_bytes, measured_at from platform.usage where tenant_id = ?"
                                + " and measured_at is not null order by month desc limit 1) u",
                        row -> row.getLong(1),
                        tenant)
                .orElse(0L);
    }

    private long one(String query) {
        return sql.first(query, row -> row.getLong(1)).orElseThrow();
    }
}
