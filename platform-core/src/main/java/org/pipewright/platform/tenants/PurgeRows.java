package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.database.TenantTables;

/** Counts and removes the rows of the bound tenant in every table of the catalog. */
@ApplicationScoped
class PurgeRows {

    /** What stays: that the tenant was deleted. The tenant's own row goes last. */
    private static final String RECORD = "platform.deletion";

    private static final String GLOBAL = "platform.";

    @Inject
    Sql sql;

    @Inject
    TenantTables tables;

    @Inject
    Deletions deletions;

    /** How many rows each table holds of the tenant. */
    @Transactional
    Map<String, Long> counts(UUID tenant) {
        Map<String, Long> counts = new LinkedHashMap<>();
        purgeable().forEach(table -> counts.put(table, count(table, "tenant_id = ?", tenant)));
        return counts;
    }

    /** The dry run. Fails if a table shows rows of another tenant: there the database does not keep them apart. */
    @Transactional(TxType.REQUIRES_NEW)
    Map<String, Long> rehearse(UUID tenant) {
        purgeable().stream()
                .filter(table -> !table.startsWith(GLOBAL))
                .filter(table -> count(table, "tenant_id <> ?", tenant) > 0)
                .findFirst()
                .ifPresent(table -> {
                    throw new IllegalStateException("aborted: " + table + " shows rows of another tenant");
                });
        return counts(tenant);
    }

    private long count(String table, String condition, UUID tenant) {
        return sql.first("select count(*) from " + table + " where " + condition, row -> row.getLong(1), tenant)
                .orElseThrow();
    }

    private List<String> purgeable() {
        return tables.childrenFirst().stream()
                .filter(table -> !table.equals(RECORD))
                .toList();
    }

    /** Removes everything in one transaction and keeps the record of it. */
    @Transactional(TxType.REQUIRES_NEW)
    void perform(UUID tenant, Set<UUID> persons) {
        Map<String, Long> gone = new LinkedHashMap<>();
        purgeable().forEach(table -> gone.put(table, purged(table, tenant)));
        int accounts = persons.isEmpty()
                ? 0
                : sql.update(
                        "delete from platform.person p where id = any(?) and not exists"
                                + " (select 1 from platform.membership m where m.person_id = p.id)",
                        persons);
        if (sql.update("delete from platform.tenant where id = ?", tenant) != 1) {
            throw new IllegalStateException("aborted: it must match exactly one tenant");
        }
        deletions.done(tenant, gone, accounts);
    }

    private long purged(String table, UUID tenant) {
        return sql.first("select platform.purge_table(?::regclass, ?)", row -> row.getLong(1), table, tenant)
                .orElseThrow();
    }
}
