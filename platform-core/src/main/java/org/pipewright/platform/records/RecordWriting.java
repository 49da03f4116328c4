package org.pipewright.platform.records;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

    /** Makes a record from JSON members. Historical data may lack required facts. */
    public UUID create(DeclaredType type, JsonObject members, boolean historical) {
        requireAction(type, Action.CREATE);
        CrmRecord record = newRecord(type);
        Write write = new Write(type, record, true, callers.origin(), historical);
        new Binding(callers.caller()).bind(write, members);
        return store(write);
    }

    /** Makes a record that module code has filled. */
    UUID create(CrmRecord record) {
        return store(new Write(types.of(record.getClass()), record, true, callers.origin(), false));
    }

    private UUID store(Write write) {
        ownByDefault(write);
        checking.prepare(write);
        checking.check(write);
        requireAssignable(write);
        baseAmounts.derive(write.type(), write.record());
        CrmRecord record = write.record();
        record.born(UuidCreator.getTimeOrderedEpoch(), Instant.now(), callers.memberId());
        EntityManager store = types.entityManager(write.type());
        store.persist(record);
        store.flush();
        tell(write, "create");
        return record.id();
    }

    private static CrmRecord newRecord(DeclaredType type) {
        try {
            var constructor = type.entity().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.entity() + " needs a constructor without parameters", e);
        }
    }

    private void ownByDefault(Write write) {
        if (write.record() instanceof OwnedRecord owned && owned.owner() == null) {
            Caller caller = callers.caller();
            owned.assignTo(caller.memberId(), owned.team() == null ? caller.teamId() : owned.team());
        }
    }

    /** Changes fields of a record. {@code expected} is the version the caller has seen, if any. */
    public void change(DeclaredType type, UUID id, JsonObject members, Optional<Integer> expected) {
        CrmRecord record = locked(type, id, Action.EDIT, expected);
        Write write = new Write(
                type, record, false, callers.origin(), record.missing().isPresent());
        new Binding(callers.caller()).bind(write, members);
        finish(write, "edit");
    }

    /** Checks and tells a change that was made to a managed record; nothing happens if nothing differs. */
    void finish(Write write, String action) {
        checking.check(write);
        requireAssignable(write);
        if (write.changed().isEmpty() && action.equals("edit")) {
            return;
        }
        baseAmounts.derive(write.type(), write.record());
        write.record().touched(Instant.now(), callers.memberId());
        types.entityManager(write.type()).flush();
        tell(write, action);
    }

    private void tell(Write write, String action) {
        CrmRecord record = write.record();
        history.record(write.type().name(), record.id(), title(write.type(), record), action, changes(write));
        searchWords.keep(write.type(), record);
    }

    private JsonArray changes(Write write) {
        JsonArrayBuilder changes = Json.createArrayBuilder();
        write.type().fields().stream()
                .filter(field -> write.changed().contains(field.name()))
                .filter(field -> !field.system() || field.name().equals("missing"))
                .forEach(field -> changes.add(Json.createObjectBuilder()
                        .add("field", field.name())
                        .add("old", FieldValues.shown(write.before(field)))
                        .add("new", FieldValues.shown(field.valueIn(write.record())))));
        return changes.build();
    }

    private static String title(DeclaredType type, CrmRecord record) {
        DeclaredField title = type.title();
        return Objects.toString(title.valueIn(record), "");
    }

    /** Puts a record into the bin. */
    public void delete(DeclaredType type, UUID id, Optional<Integer> expected) {
        CrmRecord record = locked(type, id, Action.DELETE, expected);
        checking.requireDeletable(type, record);
        record.binned(Instant.now());
        types.entityManager(type).flush();
        history.record(type.name(), id, title(type, record), "delete", JsonArray.EMPTY_JSON_ARRAY);
        searchWords.forget(type, id);
    }

    /** Takes a record out of the bin. */
    public void restore(DeclaredType type, UUID id) {
        requireAction(type, Action.DELETE);
        CrmRecord record = find(type, id).filter(r -> r.deletedAt().isPresent()).orElseThrow(RecordWriting::notFound);
        record.binned(null);
        types.entityManager(type).flush();
        if (!reading.allows(type, id, Action.DELETE)) {
            throw notFound();
        }
        history.record(type.name(), id, title(type, record), "restore", JsonArray.EMPTY_JSON_ARRAY);
        searchWords.keep(type, record);
    }

    /** A record on which the caller may do the action, locked until the transaction ends. */
    CrmRecord locked(DeclaredType type, UUID id, String action, Optional<Integer> expected) {
        reading.requireView(type);
        if (!reading.allows(type, id, Action.VIEW)) {
            throw notFound();
        }
        requireAction(type, action);
        if (!reading.allows(type, id, action)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + action);
        }
        CrmRecord record = find(type, id).orElseThrow(RecordWriting::notFound);
        if (expected.isPresent() && expected.get() != record.version()) {
            throw Refusal.of(CoreErrorCode.STALE);
        }
        return record;
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
        if (callers.caller().level(type.name(), action) == Level.NONE) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + action);
        }
    }

    /** Giving a record to somebody else needs the action assign, within its level (S-ROLE-09). */
    private void requireAssignable(Write write) {
        if (write.record() instanceof OwnedRecord owned && changesHands(write, owned)) {
            Caller caller = callers.caller();
            Level level = caller.level(write.type().name(), Action.ASSIGN);
            if (!RowAccess.reaches(caller, level, owned.owner(), owned.team())) {
                throw Refusal.of(CoreErrorCode.FORBIDDEN, write.type().name() + ":" + Action.ASSIGN);
            }
        }
    }

    private boolean changesHands(Write write, OwnedRecord owned) {
        if (write.created()) {
            return !Objects.equals(owned.owner(), callers.memberId())
                    || !(owned.team() == null || callers.caller().teams().contains(owned.team()));
        }
        return write.changed().contains("owner") || write.changed().contains("team");
    }
}
