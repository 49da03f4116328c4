package org.pipewright.platform.bins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.settings.TenantSettings;

/**
 * Records of the bound tenant that have lain in the bin for longer than it keeps them there. They go for good, with their
 * parts and whatever hangs on them; the history tells that they were there. What a record refers to that does not go
 * itself stays, and so does what the law wants to be kept: such records never come into the bin.
 */
@ApplicationScoped
class ExpiredRecords {

    /** Tables of the core in which what hangs on a record stands by its id; all ids differ, whatever the type. */
    private static final List<String> HANGING = List.of(
            "activity_link",
            "comment",
            "contact_point",
            "file",
            "match_key",
            "notice",
            "outside_link",
            "own_value",
            "sample_record",
            "search_entry",
            "share",
            "shortlist_entry",
            "tagged",
            "translation",
            "workflow_item",
            "workflow_passage");

    private static final int MOST_DAYS = 36_500;

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    TenantSettings settings;

    /** A record that has lain there for too long. */
    record Expired(String recordType, UUID id) {}

    /** All of them. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Expired> all() {
        return days() == 0
                ? List.of()
                : types.all().stream()
                        .filter(type -> !type.declaration().kept())
                        .flatMap(this::of)
                        .toList();
    }

    /** Days after which records go; none go by themselves when there are none. */
    private int days() {
        return Math.min(MOST_DAYS, Math.max(0, settings.integer(CoreModule.BIN_DAYS)));
    }

    private Stream<Expired> of(DeclaredType type) {
        return sql
                .list(
                        "select t.id from " + type.table() + " t where " + expired("t"),
                        row -> new Expired(type.name(), row.getObject(1, UUID.class)),
                        days())
                .stream();
    }

    private static String expired(String alias) {
        return alias + ".deleted_at < now() - make_interval(days => ?)";
    }

    /** Removes it with all that goes with it, unless something that stays needs any of it. */
    @Transactional(TxType.REQUIRES_NEW)
    void remove(Expired record) {
        Set<Expired> leaving = new LinkedHashSet<>();
        if (leave(record, leaving)) {
            leaving.forEach(this::delete);
        }
    }

    /** Adds to those that leave the record, its parts and the expired records that refer to it; tells whether all may. */
    private boolean leave(Expired record, Set<Expired> leaving) {
        if (!leaving.add(record)) {
            return true;
        }
        DeclaredType type = types.named(record.recordType()).orElseThrow();
        return types.referring(type.name()).stream()
                .allMatch(other -> other.referencesTo(type.name()).stream()
                        .allMatch(field -> leave(record, type, other, field, leaving)));
    }

    private boolean leave(
            Expired record, DeclaredType type, DeclaredType other, DeclaredField field, Set<Expired> leaving) {
        return referring(record, other, field).stream()
                .allMatch(found -> other.goesWith(field) ? leave(found.record(), leaving) : leaves(found, leaving));
    }

    /** A record that is not part of what it refers to leaves if it has expired, or with what it is part of if that has. */
    private boolean leaves(Referring found, Set<Expired> leaving) {
        return found.expired() ? leave(found.record(), leaving) : found.hostExpired() && leave(found.host(), leaving);
    }

    private List<Referring> referring(Expired record, DeclaredType other, DeclaredField field) {
        String host = other.host().map(DeclaredType::name).orElse("");
        String join = other.host()
                .map(whole -> "left join " + whole.table() + " h on h.tenant_id = t.tenant_id and h.id = "
                        + other.hostField().in("t"))
                .orElse("cross join (select null::uuid as id, null::timestamptz as deleted_at) h");
        return sql.list(
                "select t.id, coalesce(" + expired("t") + ", false), h.id, coalesce(" + expired("h") + ", false) from "
                        + other.table() + " t " + join + " where " + field.in("t")
                        + (field.isOwn() ? "::text = ?" : " = ?::uuid"),
                row -> new Referring(
                        new Expired(other.name(), row.getObject(1, UUID.class)),
                        row.getBoolean(2),
                        new Expired(host, row.getObject(3, UUID.class)),
                        row.getBoolean(4)),
                days(),
                days(),
                record.id().toString());
    }

    /** A record that refers to another one and what it is part of, if it is, and whether they have lain there too long. */
    private record Referring(Expired record, boolean expired, Expired host, boolean hostExpired) {}

    private void delete(Expired record) {
        DeclaredType type = types.named(record.recordType()).orElseThrow();
        HANGING.forEach(table -> sql.update("delete from core." + table + " where record_id = ?", record.id()));
        type.beside().stream()
                .flatMap(field -> field.lookup().stream())
                .forEach(lookup -> sql.update(
                        "delete from " + lookup.table() + " where " + lookup.record() + " = ?", record.id()));
        sql.update("delete from " + type.table() + " where id = ?", record.id());
    }
}
