package org.pipewright.platform.records;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;

/**
 * Writes many records in one flush, with the rights, rules, history and search of one write each. What is refused is
 * told and not written; it holds nobody else up.
 */
@ApplicationScoped
public class ManyRecords {

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
    SearchWords searchWords;

    @Inject
    Reactions reactions;

    /**
     * A record to be written.
     *
     * @param id of the record to be changed, or null for a new one; an id stands only once in a batch
     * @param members its values
     * @param unfit what is already known to be wrong with it
     * @param bornAt when it was made, for historical data; now if empty
     */
    public record Wanted(UUID id, JsonObject members, List<FieldError> unfit, Optional<Instant> bornAt) {}

    /**
     * What became of a record.
     *
     * @param id of the record, null if it was refused before it had one
     * @param version it has now
     * @param title what people call it
     * @param changed whether anything was written
     * @param missing required facts it lacks
     * @param changes as in the history
     * @param before values of the changed fields before, as they can be written again
     * @param refusal why it was not written
     */
    public record Written(
            UUID id,
            int version,
            String title,
            boolean changed,
            Optional<String> missing,
            JsonArray changes,
            JsonObject before,
            Optional<Refusal> refusal) {}

    private final class Draft {
        private final Write write;
        private Refusal refusal;
        private boolean changed;

        Draft(Write write) {
            this.write = write;
        }

        Draft(Refusal refusal) {
            this.write = null;
            this.refusal = refusal;
        }

        void attempt(Runnable step) {
            if (refusal == null) {
                try {
                    step.run();
                } catch (Refusal e) {
                    refuse(e);
                }
            }
        }

        private void refuse(Refusal reason) {
            refusal = reason;
            if (!write.created()) {
                types.entityManager(write.type()).detach(write.record());
            }
        }

        boolean isWritten() {
            return refusal == null && changed;
        }
    }

    /** Writes them; the answer is in the same order. */
    public List<Written> write(DeclaredType type, List<Wanted> wanted, boolean historical) {
        Findings findings = new Findings();
        Map<UUID, Draft> existing = existing(type, wanted, historical, findings);
        List<Draft> drafts = wanted.stream()
                .map(one -> one.id() == null ? fresh(type, historical, findings) : existing.get(one.id()))
                .toList();
        for (int i = 0; i < drafts.size(); i++) {
            bind(drafts.get(i), wanted.get(i));
        }
        learnReferences(type, drafts, findings);
        drafts.forEach(this::check);
        for (int i = 0; i < drafts.size(); i++) {
            date(type, drafts.get(i), wanted.get(i));
        }
        store(type, drafts);
        return drafts.stream().map(ManyRecords::written).toList();
    }

    private Draft fresh(DeclaredType type, boolean historical, Findings findings) {
        try {
            writing.requireAction(type, Action.CREATE);
            return new Draft(writing.draft(type, historical, findings));
        } catch (Refusal e) {
            return new Draft(e);
        }
    }

    private Map<UUID, Draft> existing(DeclaredType type, List<Wanted> wanted, boolean historical, Findings findings) {
        List<UUID> ids =
                wanted.stream().map(Wanted::id).filter(id -> id != null).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        reading.requireView(type);
        Set<UUID> viewable = reading.allowed(type, ids, Action.VIEW);
        Set<UUID> editable = reading.allowed(type, ids, Action.EDIT);
        Map<UUID, CrmRecord> records = locked(type, editable);
        Map<UUID, Draft> drafts = new HashMap<>();
        ids.forEach(id -> drafts.put(
                id,
                Optional.ofNullable(records.get(id))
                        .map(record -> new Draft(change(type, record, historical, findings)))
                        .orElseGet(() -> new Draft(refused(type, viewable.contains(id))))));
        return drafts;
    }

    private Write change(DeclaredType type, CrmRecord record, boolean historical, Findings findings) {
        boolean lenient = historical || record.missing().isPresent();
        return new Write(type, record, false, callers.origin(), lenient, findings);
    }

    private static Refusal refused(DeclaredType type, boolean viewable) {
        return viewable
                ? Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + Action.EDIT)
                : Refusal.of(CoreErrorCode.NOT_FOUND);
    }

    private Map<UUID, CrmRecord> locked(DeclaredType type, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        EntityManager store = types.entityManager(type);
        String entity = store.getMetamodel().entity(type.entity()).getName();
        return store.createQuery("select r from " + entity + " r where r.id in :ids order by r.id", type.entity())
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(CrmRecord::id, Function.identity()));
    }

    private void bind(Draft draft, Wanted wanted) {
        draft.attempt(() -> {
            new Binding(callers.caller()).bind(draft.write, wanted.members());
            wanted.unfit()
                    .forEach(error -> draft.write.violations().reject(error.field(), error.code(), error.message()));
        });
    }

    /** Asks for all records referred to at once. */
    private void learnReferences(DeclaredType type, List<Draft> drafts, Findings findings) {
        type.writable().stream()
                .filter(field -> field.kind() == FieldKind.REFERENCE)
                .forEach(field -> learnReferences(field, drafts, findings));
    }

    private void learnReferences(DeclaredField field, List<Draft> drafts, Findings findings) {
        Set<UUID> ids = drafts.stream()
                .filter(draft -> draft.refusal == null)
                .map(draft -> (UUID) field.valueIn(draft.write.record()))
                .filter(id -> id != null && !findings.knows(field.references(), id))
                .collect(Collectors.toSet());
        types.named(field.references())
                .ifPresent(
                        target -> findings.learn(field.references(), ids, reading.allowed(target, ids, Action.VIEW)));
    }

    private void check(Draft draft) {
        draft.attempt(() -> {
            if (draft.write.created()) {
                writing.complete(draft.write);
                draft.changed = true;
            } else if (writing.settle(draft.write)) {
                writing.touch(draft.write);
                draft.changed = true;
            }
        });
    }

    private static void date(DeclaredType type, Draft draft, Wanted wanted) {
        if (draft.isWritten() && draft.write.created()) {
            wanted.bornAt()
                    .ifPresent(moment ->
                            type.field("createdAt").ifPresent(field -> field.setIn(draft.write.record(), moment)));
        }
    }

    private void store(DeclaredType type, List<Draft> drafts) {
        EntityManager store = types.entityManager(type);
        List<Write> writes = drafts.stream()
                .filter(Draft::isWritten)
                .map(draft -> draft.write)
                .toList();
        writes.stream().filter(Write::created).forEach(write -> store.persist(write.record()));
        store.flush();
        writing.tell(type, writes.stream().filter(Write::created).toList(), "create");
        writing.tell(type, writes.stream().filter(write -> !write.created()).toList(), "edit");
    }

    private static Written written(Draft draft) {
        if (draft.write == null) {
            return new Written(
                    null,
                    0,
                    "",
                    false,
                    Optional.empty(),
                    JsonArray.EMPTY_JSON_ARRAY,
                    JsonObject.EMPTY_JSON_OBJECT,
                    Optional.of(draft.refusal));
        }
        CrmRecord record = draft.write.record();
        return new Written(
                record.id(),
                record.version(),
                RecordWriting.title(draft.write.type(), record),
                draft.isWritten(),
                record.missing(),
                draft.write.created() || draft.refusal != null
                        ? JsonArray.EMPTY_JSON_ARRAY
                        : RecordWriting.changes(draft.write),
                draft.write.created() ? JsonObject.EMPTY_JSON_OBJECT : before(draft.write),
                Optional.ofNullable(draft.refusal));
    }

    private static JsonObject before(Write write) {
        JsonObjectBuilder before = JSON.createObjectBuilder();
        write.told().forEach(field -> before.add(field.name(), FieldValues.written(write.before(field))));
        return before.build();
    }

    /**
     * A record to be taken back to what it was.
     *
     * @param id of the record
     * @param version it must still have
     * @param before its former values, or null to put it into the bin
     */
    public record Former(UUID id, int version, JsonObject before) {}

    /**
     * Takes records back to what they were, whoever made them; the caller answers for the right to do so. Returns the
     * ids of those that were changed or deleted since, which are left alone.
     */
    public Set<UUID> takeBack(DeclaredType type, List<Former> formers, String action) {
        Map<UUID, CrmRecord> records =
                locked(type, formers.stream().map(Former::id).toList());
        List<Former> untouched = formers.stream()
                .filter(former -> isUntouched(records.get(former.id()), former))
                .toList();
        List<Write> writes = untouched.stream()
                .map(former -> change(type, records.get(former.id()), true, new Findings()))
                .toList();
        untouched.forEach(former -> takeBack(type, records.get(former.id()), former));
        types.entityManager(type).flush();
        history.record(untouched.stream()
                .map(former -> entry(type, records.get(former.id()), action))
                .toList());
        keepWords(type, records, untouched);
        tellReactions(type, writes);
        Set<UUID> done = untouched.stream().map(Former::id).collect(Collectors.toSet());
        return formers.stream().map(Former::id).filter(id -> !done.contains(id)).collect(Collectors.toSet());
    }

    private void tellReactions(DeclaredType type, List<Write> writes) {
        reactions.written(
                type,
                writes.stream()
                        .filter(write -> write.record().deletedAt().isEmpty())
                        .toList());
        writes.stream()
                .map(Write::record)
                .filter(record -> record.deletedAt().isPresent())
                .forEach(record -> reactions.binned(type, record));
    }

    private static boolean isUntouched(CrmRecord record, Former former) {
        return record != null
                && record.version() == former.version()
                && record.deletedAt().isEmpty();
    }

    private void takeBack(DeclaredType type, CrmRecord record, Former former) {
        Instant now = Instant.now();
        if (former.before() == null) {
            record.binned(now);
        } else {
            former.before()
                    .forEach((name, value) ->
                            type.field(name).ifPresent(field -> field.setIn(record, FieldValues.read(field, value))));
            writing.derive(type, record);
            record.touched(now, callers.memberId());
        }
    }

    private static History.Entry entry(DeclaredType type, CrmRecord record, String action) {
        return new History.Entry(
                type.name(), record.id(), RecordWriting.title(type, record), action, JsonArray.EMPTY_JSON_ARRAY);
    }

    private void keepWords(DeclaredType type, Map<UUID, CrmRecord> records, List<Former> untouched) {
        List<CrmRecord> kept = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        untouched.forEach(former -> {
            if (former.before() == null) {
                gone.add(former.id());
            } else {
                kept.add(records.get(former.id()));
            }
        });
        searchWords.keep(type, kept);
        searchWords.forget(type, gone);
    }
}
