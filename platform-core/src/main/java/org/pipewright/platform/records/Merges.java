package org.pipewright.platform.records;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.MergeReaction;

/**
 * Makes one record of several (S-DUP-04): it takes the chosen values, everything that refers to the others refers to it,
 * the others go to the bin and their addresses lead to it (S-REC-07).
 */
@ApplicationScoped
class Merges {

    private static final String WINNER =
            "insert into core.merged_record (subject, record_id, winner_id) values (?, ?, ?)"
                    + " on conflict (tenant_id, subject, record_id) do update set winner_id = excluded.winner_id";

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    CallerBinding callers;

    @Inject
    History history;

    @Inject
    FilesInFields files;

    @Inject
    @Any
    Instance<MergeReaction> reactions;

    void merge(DeclaredType type, UUID winner, Merge merge) {
        callers.requireFeature(type.feature());
        if (!type.declaration().mergeable()) {
            reading.requireVisible(type, winner);
            throw Refusal.of(CoreErrorCode.NOT_OFFERED, "merge");
        }
        Set<UUID> losers = losers(winner, merge);
        Map<UUID, CrmRecord> records = locked(type, winner, losers);
        MergedFields fields = new MergedFields(type, callers.caller(), merge, records);
        fields.requireSound();
        reactions(type).forEach(reaction -> reaction.merging(winner, losers));
        Write write = new Write(type, records.get(winner), false, callers.origin(), true).trusted();
        fields.settle(records.get(winner));
        detachFromItself(type, records.get(winner), losers);
        move(type, winner, losers);
        losers.forEach(loser -> retire(type, records.get(loser), winner));
        writing.finish(write, "merge");
        reactions(type).forEach(reaction -> reaction.merged(winner, losers));
    }

    private List<MergeReaction> reactions(DeclaredType type) {
        return reactions.stream()
                .filter(reaction -> reaction.recordTypes().contains(type.name()))
                .toList();
    }

    private static Set<UUID> losers(UUID winner, Merge merge) {
        Set<UUID> losers = new LinkedHashSet<>(merge.losers());
        if (losers.size() < merge.losers().size() || losers.contains(winner)) {
            throw InvalidFields.refusal("losers", "duplicate");
        }
        return losers;
    }

    /** Locked in one order, so that two merges do not wait for each other; merging takes editing all, deleting the losers. */
    private Map<UUID, CrmRecord> locked(DeclaredType type, UUID winner, Set<UUID> losers) {
        Set<UUID> all = new TreeSet<>(losers);
        all.add(winner);
        Map<UUID, CrmRecord> locked = new LinkedHashMap<>();
        all.forEach(id -> locked.put(id, writing.locked(type, id, Action.EDIT, Optional.empty())));
        losers.forEach(loser -> writing.locked(type, loser, Action.DELETE, Optional.empty()));
        Map<UUID, CrmRecord> records = new LinkedHashMap<>(Map.of(winner, locked.get(winner)));
        losers.forEach(loser -> records.put(loser, locked.get(loser)));
        return records;
    }

    /** What stood below or above a loser must not stand below or above itself. */
    private static void detachFromItself(DeclaredType type, CrmRecord winner, Set<UUID> losers) {
        type.referencesTo(type.name()).stream()
                .filter(field ->
                        losers.contains(field.valueIn(winner)) || winner.id().equals(field.valueIn(winner)))
                .forEach(field -> field.setIn(winner, null));
    }

    private void move(DeclaredType type, UUID winner, Set<UUID> losers) {
        types.entityManager(type).flush();
        types.all()
                .forEach(other -> other.fields().stream()
                        .filter(field -> field.kind() == FieldKind.REFERENCE
                                && field.references().equals(type.name()))
                        .forEach(field -> move(other, field, winner, losers)));
        sql.update(
                "insert into core.tagged (tag_id, subject, record_id) select distinct tag_id, subject, ?::uuid"
                        + " from core.tagged where record_id = any(?) on conflict do nothing",
                winner,
                losers);
        sql.update("delete from core.tagged where record_id = any(?)", losers);
        sql.update(
                "insert into core.shortlist_entry (member_id, list, subject, record_id) select distinct member_id, list,"
                        + " subject, ?::uuid from core.shortlist_entry where record_id = any(?) on conflict do nothing",
                winner,
                losers);
        sql.update("delete from core.shortlist_entry where record_id = any(?)", losers);
        sql.update(
                "insert into core.activity_link (activity_id, record_type, record_id) select distinct activity_id,"
                        + " record_type, ?::uuid from core.activity_link where record_id = any(?) on conflict do nothing",
                winner,
                losers);
        sql.update("delete from core.activity_link where record_id = any(?)", losers);
        sql.update("update core.comment set record_id = ? where record_id = any(?)", winner, losers);
        files.move(type, winner, losers);
        sql.update("update core.merged_record set winner_id = ? where winner_id = any(?)", winner, losers);
    }

    private void move(DeclaredType other, DeclaredField field, UUID winner, Set<UUID> losers) {
        sql.update(
                "update " + other.table() + " set " + field.assignment() + ", version = version + 1 where "
                        + field.column() + " = any(?) and id <> ?",
                winner,
                losers,
                winner);
    }

    private void retire(DeclaredType type, CrmRecord loser, UUID winner) {
        types.entityManager(type).refresh(loser);
        writing.bin(type, loser);
        sql.update(WINNER, type.name(), loser.id(), winner);
        history.record(
                type.name(),
                loser.id(),
                RecordWriting.title(type, loser),
                "merge",
                JSON.createArrayBuilder()
                        .add(JSON.createObjectBuilder().add("field", "winner").add("new", winner.toString()))
                        .build());
    }

    /** The record that one became, if the caller may see it. */
    Optional<UUID> successor(DeclaredType type, UUID id) {
        return sql.first(
                        "select winner_id from core.merged_record where subject = ? and record_id = ?",
                        row -> row.getObject(1, UUID.class),
                        type.name(),
                        id)
                .filter(winner -> reading.allows(type, winner, Action.VIEW));
    }
}
