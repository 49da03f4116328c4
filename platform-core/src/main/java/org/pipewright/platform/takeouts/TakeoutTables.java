package org.pipewright.platform.takeouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.database.TenantTables;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** The files of an archive and the tables they are read from, found in the catalog: nothing is forgotten. */
@ApplicationScoped
class TakeoutTables {

    private static final String AUDIT = "core.history";

    /** Derived, transient, secret or about the platform's own work: nobody's data. */
    private static final Set<String> LEFT_OUT = Set.of(
            "core.search_entry",
            "core.file_link",
            "core.file_part",
            "core.idempotency",
            "core.job_file",
            "core.job_file_part",
            "core.takeout",
            "core.takeout_part",
            "platform.deletion",
            "platform.held_domain",
            "platform.invitation_token",
            "platform.module_set_up",
            "platform.outbox",
            "platform.signup");

    private static final String GLOBAL = "platform.";
    private static final String SECRETS = "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0"
            + " and not attisdropped and (attname like '%\\_hash' or attname like '%secret%' or attname like '%token%')";
    private static final int AT_A_TIME = 500;

    @Inject
    Sql sql;

    @Inject
    TenantTables tables;

    @Inject
    RecordTypes types;

    /**
     * A file of the archive.
     *
     * @param name in the archive
     * @param table it is read from
     * @param recordType if the table holds records, else empty
     */
    record Source(String name, String table, String recordType) {}

    List<Source> sources() {
        Map<String, String> recordTypes =
                types.all().stream().collect(Collectors.toMap(DeclaredType::table, DeclaredType::name, (a, b) -> a));
        Stream<Source> owned = tables.all().stream()
                .filter(table -> !LEFT_OUT.contains(table))
                .map(table -> source(table, recordTypes.getOrDefault(table, "")));
        return Stream.concat(Stream.of(new Source("tenant.jsonl", "platform.tenant", "")), owned)
                .toList();
    }

    private static Source source(String table, String recordType) {
        if (table.equals(AUDIT)) {
            return new Source("audit.jsonl", table, "");
        }
        return recordType.isEmpty()
                ? new Source("tables/" + table + ".jsonl", table, "")
                : new Source("records/" + recordType + ".jsonl", table, recordType);
    }

    /** Writes each row as a line of JSON; returns how many. */
    @Transactional(TxType.REQUIRES_NEW)
    long write(Source source, UUID tenant, OutputStream out) {
        List<String> secrets = sql.list(SECRETS, row -> row.getString(1), source.table());
        String json = "(to_jsonb(t) - ?::text[])::text";
        String condition = condition(source.table());
        Object[] parameters = condition.isEmpty() ? new Object[] {secrets} : new Object[] {secrets, tenant};
        return sql.each(
                "select " + json + " from " + source.table() + " t" + condition,
                AT_A_TIME,
                row -> line(out, row.getString(1)),
                parameters);
    }

    private static String condition(String table) {
        if (table.equals("platform.tenant")) {
            return " where id = ?";
        }
        return table.startsWith(GLOBAL) ? " where tenant_id = ?" : "";
    }

    private static void line(OutputStream out, String json) {
        try {
            out.write(json.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
