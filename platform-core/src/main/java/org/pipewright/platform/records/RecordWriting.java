package org.pipewright.platform.records;

import static org.pipewright.platform.records.FieldValues.JSON;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.usage.Quota;

/**
 * Changes records. Form, list, bulk, import, REST and verbs all come through here (idea 4): the same rights, rules,
 * history and search for each.
 */
@ApplicationScoped
public class RecordWriting {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    Checking checking;

    @Inject
    CallerBinding callers;

    @Inject
    History history;

    @Inject
    SearchWords searchWords;

    @Inject
    BaseAmounts baseAmounts;

    @Inject
    Quota quota;

    @Inject
    DialledNumbers dialledNumbers;

    @Inject
    Reactions reactions;

    @Inject
    DeletionGuards guards;

    @Inject
    Hosts hosts;

    @Inject
    BinnedParents binnedParents;

    @Inject
    DuplicateCheck duplicates;

    @Inject
    FilesInFields files;

    @Inject
    Replacement replacing;

    /** Makes a record from JSON members. Historical data may lack required facts. */
    public UUID create(DeclaredType type, JsonObject members, boolean historical) {
        requireAction(type, Action.CREATE);
        Write write = draft(type, historical, new Findings());
        new Binding(callers.caller()).bind(write, members);
        return store(write);
    }

    /** Makes a record from members that module code has put together. */
    UUID compose(DeclaredType type, JsonObject members) {
        requireAction(type, Action.CREATE);
        Write write = draft(type, false, new Findings()).composed();
        new Binding(callers.caller()).bind(write, members);
        return store(write);
    }

    /** The write of a new record that nothing has been put into yet. */
    Write draft(DeclaredType type, boolean historical, Findings findings) {
        return new Write(type, type.newRecord(), true, callers.origin(), historical, findings);
    }

    /** Makes a record that module code has filled. */
    UUID create(CrmRecord record) {
        return store(new Write(types.of(record.getClass()), record, true, callers.origin(), false).trusted());
    }

    /** Makes records of a type that module code has filled, many at once. */
    void create(DeclaredType type, List<? extends CrmRecord> records) {
        List<Write> writes = records.stream()
                .map(record -> new Write(type, record, true, callers.origin(), false).trusted())
                .toList();
        writes.forEach(this::complete);
        records.forEach(types.entityManager(type)::persist);
        types.entityManager(type).flush();
        tell(type, writes, "create");
    }

    private UUID store(Write write) {
        complete(write);
        EntityManager store = types.entityManager(write.type());
        store.persist(write.record());
        store.flush();
        tell(write.type(), List.of(write), "create");
        return write.record().id();
    }

    /** Gives a new record its identity, which its rules may need, fills what was left out of it and checks it. */
    void complete(Write write) {
        write.record().born(UuidCreator.getTimeOrderedEpoch(), Instant.now(), callers.memberId());
        ownByDefault(write);
        standAtTheEnd(write);
        hosts.require(write);
        checking.prepare(write);
        checking.check(write);
        requireAssignable(write);
        derive(write);
        duplicates.require(write);
        quota.requireRecord();
    }

    private void standAtTheEnd(Write write) {
        if (write.record() instanceof PartRecord part && part.position() == null) {
            part.standAt(reading.partsOf(
                            write.type(), (UUID) write.type().hostField().valueIn(part))
                    + 1);
        }
    }

    /** A record without an owner is the caller's; one without a team belongs to its owner's. */
    void ownByDefault(Write write) {
        if (write.record() instanceof OwnedRecord owned && owned.owner() == null && owned.team() == null) {
            owned.fallTo(callers.memberId(), teamOf(callers.memberId(), write.findings()));
        } else if (write.record() instanceof OwnedRecord owned && (owned.owner() == null || owned.team() == null)) {
            UUID owner = owned.owner() == null ? callers.memberId() : owned.owner();
            owned.assignTo(owner, owned.team() == null ? teamOf(owner, write.findings()) : owned.team());
        }
    }

    private UUID teamOf(UUID owner, Findings findings) {
        return Objects.equals(owner, callers.memberId())
                ? callers.caller().teamId()
                : findings.team(owner, reading::teamOf).orElse(null);
    }

    /** Changes fields of a record. {@code expected} is the version the caller has seen, if any. */
    public void change(DeclaredType type, UUID id, JsonObject members, Optional<Integer> expected) {
        CrmRecord record = locked(type, id, Action.EDIT, expected);
        Write write = new Write(
                type, record, false, callers.origin(), record.missing().isPresent());
        new Binding(callers.caller()).bind(write, members);
        finish(write, "edit");
    }

    /** Changes records of a type from module code, many at once. */
    <R extends CrmRecord> void change(DeclaredType type, List<R> records, Consumer<R> change) {
        List<Write> writes = records.stream()
                .map(record -> changed(type, record, change))
                .filter(this::settle)
                .toList();
        store(type, writes, "edit");
    }

    /** The write of a change that module code makes. */
    <R extends CrmRecord> Write changed(DeclaredType type, R record, Consumer<R> change) {
        Write write = new Write(
                        type, record, false, callers.origin(), record.missing().isPresent())
                .trusted();
        change.accept(record);
        return write;
    }

    /** Checks and tells a change that was made to a managed record; nothing happens if nothing differs. */
    void finish(Write write, String action) {
        if (settle(write) || !action.equals("edit")) {
            store(write, action);
        }
    }

    /** Writes and tells a change that was checked. */
    void store(Write write, String action) {
        store(write.type(), List.of(write), action);
    }

    private void store(DeclaredType type, List<Write> writes, String action) {
        writes.forEach(this::touch);
        types.entityManager(type).flush();
        tell(type, writes, action);
    }

    /** Checks a change; tells whether anything differs. What does not is as if it had never been set. */
    boolean settle(Write write) {
        hosts.require(write);
        checking.check(write);
        requireAssignable(write);
        boolean differs = !write.changed().isEmpty();
        if (differs) {
            dialledNumbers.derive(write.type(), write.record());
            duplicates.require(write);
        } else {
            write.takeBack();
        }
        return differs;
    }

    private void derive(Write write) {
        baseAmounts.derive(write);
        dialledNumbers.derive(write.type(), write.record());
    }

    void derive(DeclaredType type, CrmRecord record) {
        baseAmounts.derive(type, record);
        dialledNumbers.derive(type, record);
    }

    void touch(Write write) {
        derive(write);
        write.record().touched(Instant.now(), callers.memberId());
    }

    /** Writes history and search of writes that are flushed, and what hangs on them. */
    void tell(DeclaredType type, List<Write> writes, String action) {
        history.record(writes.stream().map(write -> entry(type, write, action)).toList());
        searchWords.keep(type, writes.stream().map(Write::record).toList());
        files.removeReplaced(type, writes);
        duplicates.written(type, writes);
        reactions.written(type, writes);
        writes.forEach(checking::written);
        hosts.touch(
                type,
                writes.stream()
                        .filter(write -> !write.isTrusted())
                        .map(Write::record)
                        .toList());
    }

    private static History.Entry entry(DeclaredType type, Write write, String action) {
        CrmRecord record = write.record();
        return new History.Entry(type.name(), record.id(), title(type, record), action, changes(write));
    }

    static JsonArray changes(Write write) {
        JsonArrayBuilder changes = JSON.createArrayBuilder();
        write.told().stream()
                .filter(field -> !write.type().isPlace(field))
                .forEach(field -> changes.add(JSON.createObjectBuilder()
                        .add("field", field.name())
                        .add("old", FieldValues.shown(write.before(field)))
                        .add("new", FieldValues.shown(field.valueIn(write.record())))));
        return changes.build();
    }

    static String title(DeclaredType type, CrmRecord record) {
        DeclaredField title = type.title();
        return Objects.toString(title.valueIn(record), "");
    }

    /** Puts a record into the bin. */
    public void delete(DeclaredType type, UUID id, Optional<Integer> expected) {
        delete(type, id, expected, Optional.empty());
    }

    /** Puts a record into the bin; of a list that the tenant keeps once others have the replacement in its place. */
    void delete(DeclaredType type, UUID id, Optional<Integer> expected, Optional<String> replacement) {
        CrmRecord record = locked(type, id, Action.DELETE, expected);
        hosts.requireOpen(type, record);
        replacement.ifPresentOrElse(heir -> replacing.delete(type, record, heir), () -> bin(type, record));
        hosts.touch(type, List.of(record));
    }

    /** Puts a locked record into the bin, if its rules allow. */
    void bin(DeclaredType type, CrmRecord record) {
        bin(type, List.of(record));
    }

    /** Puts locked records into the bin; who reacts finds all of them gone. */
    void bin(DeclaredType type, List<? extends CrmRecord> records) {
        records.forEach(record -> {
            checking.requireDeletable(type, record);
            guards.require(type, record.id());
            record.binned(Instant.now());
        });
        types.entityManager(type).flush();
        records.forEach(record -> {
            history.record(type.name(), record.id(), title(type, record), "delete", JsonArray.EMPTY_JSON_ARRAY);
            searchWords.forget(type, record.id());
        });
        records.forEach(record -> reactions.binned(type, record));
    }

    /** Takes a record out of the bin, and with it the records there to which it belongs, if they shall come along. */
    void restore(DeclaredType type, UUID id, BinnedParents.Fate parents) {
        requireAction(type, Action.DELETE);
        CrmRecord record = find(type, id).filter(r -> r.deletedAt().isPresent()).orElseThrow(RecordWriting::notFound);
        List<BinnedParents.Parent> above =
                parents == BinnedParents.Fate.LEAVE ? List.of() : binnedParents.of(type, record);
        if (parents == BinnedParents.Fate.ASK && !above.isEmpty()) {
            throw BinnedParents.question(above);
        }
        hosts.requireOpen(type, record);
        record.binned(null);
        types.entityManager(type).flush();
        above.stream()
                .filter(parent -> find(parent.type(), parent.id())
                        .flatMap(CrmRecord::deletedAt)
                        .isPresent())
                .forEach(parent -> restore(parent.type(), parent.id(), parents));
        if (!reading.allows(type, id, Action.DELETE)) {
            throw notFound();
        }
        history.record(type.name(), id, title(type, record), "restore", JsonArray.EMPTY_JSON_ARRAY);
        searchWords.keep(type, record);
        reactions.restored(type, record);
        hosts.touch(type, List.of(record));
    }

    /** A record that the caller may edit, locked until the transaction ends. */
    public CrmRecord editable(DeclaredType type, UUID id, Optional<Integer> expected) {
        return locked(type, id, Action.EDIT, expected);
    }

    /** A record on which the caller may do the action, locked until the transaction ends. */
    CrmRecord locked(DeclaredType type, UUID id, String action, Optional<Integer> expected) {
        requirePermission(type, id, action);
        CrmRecord record = find(type, id).orElseThrow(RecordWriting::notFound);
        if (expected.isPresent() && expected.get() != record.version()) {
            throw Refusal.of(CoreErrorCode.STALE);
        }
        return record;
    }

    /** A record on which the caller may do the action, to be looked at only. */
    CrmRecord permitted(DeclaredType type, UUID id, String action) {
        requirePermission(type, id, action);
        return Optional.ofNullable(types.entityManager(type).find(type.entity(), id))
                .orElseThrow(RecordWriting::notFound);
    }

    private void requirePermission(DeclaredType type, UUID id, String action) {
        reading.requireView(type);
        reading.requireVisible(type, id);
        requireAction(type, action);
        if (!reading.allows(type, id, action)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + action);
        }
    }

    Optional<CrmRecord> find(DeclaredType type, UUID id) {
        return Optional.ofNullable(types.entityManager(type).find(type.entity(), id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Refusal notFound() {
        return Refusal.of(CoreErrorCode.NOT_FOUND);
    }

    /** Refuses unless the caller may do the action on records of the type at all. */
    void requireAction(DeclaredType type, String action) {
        callers.requireFeature(type.feature());
        if (type.isBarred(action) || callers.caller().level(type.name(), action) == Level.NONE) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + action);
        }
    }

    /** Giving a record to somebody else needs the action assign, within its level (S-ROLE-09). */
    private void requireAssignable(Write write) {
        if (!write.isTrusted() && write.record() instanceof OwnedRecord owned && changesHands(write, owned)) {
            Caller caller = callers.caller();
            Level level = caller.level(write.type().name(), Action.ASSIGN);
            if (!RowAccess.reaches(caller, level, owned.owner(), owned.team())) {
                throw Refusal.of(CoreErrorCode.FORBIDDEN, write.type().name() + ":" + Action.ASSIGN);
            }
        }
    }

    private boolean changesHands(Write write, OwnedRecord owned) {
        if (write.created()) {
            return !owned.isUnclaimed() && isElsewhere(owned);
        }
        return write.changed().contains("owner") || write.changed().contains("team");
    }

    private boolean isElsewhere(OwnedRecord owned) {
        return !Objects.equals(owned.owner(), callers.memberId())
                || !(owned.team() == null || callers.caller().teams().contains(owned.team()));
    }
}
