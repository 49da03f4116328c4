package org.pipewright.platform.samples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.records.ManyRecords;
import org.pipewright.platform.records.ManyRecords.Former;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.samples.SampleData;

/**
 * Sample data of the bound tenant: made on request, known by a mark of its own and removed by it, so that no real record
 * goes with it, whatever it is called (S-TEN-06).
 */
@ApplicationScoped
class SampleRecords {

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    ManyRecords many;

    @Inject
    CallerBinding callers;

    @Inject
    CoreSamples core;

    @Inject
    @Any
    Instance<SampleData> modules;

    SampleView view() {
        return new SampleView(sql.first("select count(*) from core.sample_record", row -> row.getLong(1))
                .orElse(0L));
    }

    void write() {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('core.sample' || current_setting('pipewright.tenant'), 0))",
                row -> true);
        if (view().records() > 0) {
            throw Refusal.of(CoreErrorCode.CONFLICT, "sample-data");
        }
        Locale language = callers.caller().tenant().language();
        core.write();
        modules.forEach(module -> module.write(language));
        mark();
    }

    /** The history of this transaction names everything that was made in it, also by rules that followed. */
    private void mark() {
        sql.update("insert into core.sample_record (subject, record_id) select distinct h.subject, h.record_id"
                + " from core.history h where h.xmin = pg_current_xact_id()::xid and h.action = 'create'"
                + " and h.record_id is not null");
    }

    /** Parts of a record go with it. */
    void remove() {
        types.all().stream().filter(type -> type.host().isEmpty()).forEach(this::remove);
        sql.update("delete from core.sample_record");
    }

    private void remove(DeclaredType type) {
        List<Former> present = sql.list(
                "select t.id, t.version from " + type.table() + " t join core.sample_record s"
                        + " on s.tenant_id = t.tenant_id and s.record_id = t.id where s.subject = ?"
                        + " and t.deleted_at is null",
                row -> new Former(row.getObject(1, UUID.class), row.getInt(2), null),
                type.name());
        if (!present.isEmpty()) {
            many.takeBack(type, present, "delete");
        }
    }
}
