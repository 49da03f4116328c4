package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.PartRecord;

/**
 * All parts of one type that a record has, read and saved together: what comes with an id is changed, what comes without
 * is new, what does not come goes. All of it is written or nothing; every line that is wrong is named by its index.
 */
@ApplicationScoped
class PartLists {

    private static final int MOST = 500;
    private static final String ID = "id";

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    PartsFromCode parts;

    @Inject
    Hosts hosts;

    @Inject
    CallerBinding callers;

    /** The parts of a record the caller may view, in their order, as JSON text. */
    String read(DeclaredType part, UUID host) {
        reading.requireView(part);
        reading.requireVisible(part.host().orElseThrow(), host);
        String ofHost = part.hostField().name() + "==" + host;
        return reading.list(part, new ListRequest(ofHost, "", "position", MOST, "", List.of()), false);
    }

    /** Saves them. */
    void save(DeclaredType part, UUID host, JsonObject body, Optional<Integer> expected) {
        JsonArray items = items(body);
        writing.requireAction(part, Action.EDIT);
        CrmRecord record = writing.locked(part.host().orElseThrow(), host, Action.EDIT, expected);
        hosts.requireOpen(record, part);
        Map<UUID, PartRecord> former = new LinkedHashMap<>();
        parts.of(part, host).forEach(each -> former.put(each.id(), each));
        List<FieldError> errors = new ArrayList<>();
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            writes.add(line(part, host, former, items.get(i), "items[" + i + "].", errors));
        }
        for (int i = 0; i < items.size(); i++) {
            check(writes.get(i), i, errors);
        }
        InvalidFields.requireNone(errors);
        store(part, writes, List.copyOf(former.values()));
    }

    private static JsonArray items(JsonObject body) {
        List<FieldError> unknown = body.keySet().stream()
                .filter(name -> !name.equals("items"))
                .map(name -> InvalidFields.error(name, "unknown"))
                .toList();
        InvalidFields.requireNone(unknown);
        if (!(body.get("items") instanceof JsonArray items)) {
            throw InvalidFields.refusal("items", body.containsKey("items") ? "wrong-type" : "required");
        }
        if (items.size() > MOST) {
            throw InvalidFields.refusal("items", "too-many");
        }
        return items;
    }

    /** The write of one line, which is taken out of the former ones; null when it is none. */
    private Write line(
            DeclaredType part,
            UUID host,
            Map<UUID, PartRecord> former,
            JsonValue item,
            String path,
            List<FieldError> errors) {
        if (!(item instanceof JsonObject members)) {
            errors.add(InvalidFields.error(path.substring(0, path.length() - 1), "wrong-type"));
            return null;
        }
        Optional<UUID> id = id(members);
        PartRecord known = id.map(former::remove).orElse(null);
        boolean isNew = members.getOrDefault(ID, JsonValue.NULL) == JsonValue.NULL;
        if (known == null && !isNew) {
            errors.add(InvalidFields.error(path + ID, "not-found"));
            return null;
        }
        CrmRecord record = isNew ? part.newRecord() : known;
        Write write = new Write(
                part, record, isNew, callers.origin(), record.missing().isPresent());
        part.hostField().setIn(record, host);
        new Binding(callers.caller()).bind(write, members);
        if (!host.equals(part.hostField().valueIn(record))) {
            write.reject(part.hostField().name(), "fixed");
        }
        part.hostField().setIn(record, host);
        return write;
    }

    private static Optional<UUID> id(JsonObject members) {
        try {
            return members.get(ID) instanceof JsonString id
                    ? Optional.of(UUID.fromString(id.getString()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void check(Write write, int index, List<FieldError> errors) {
        if (write == null) {
            return;
        }
        ((PartRecord) write.record()).standAt(index + 1);
        try {
            if (write.created()) {
                writing.complete(write);
            } else if (writing.settle(write)) {
                writing.touch(write);
            }
        } catch (Refusal refusal) {
            List<FieldError> named = refusal.errors().stream()
                    .map(error ->
                            new FieldError("items[" + index + "]." + error.field(), error.code(), error.message()))
                    .toList();
            if (refusal.code() != CoreErrorCode.INVALID) {
                throw new Refusal(refusal.code(), refusal.arguments(), named);
            }
            errors.addAll(named);
        }
    }

    /** Reactions see the whole of it written. */
    private void store(DeclaredType part, List<Write> writes, List<PartRecord> gone) {
        writes.stream()
                .filter(Write::created)
                .forEach(write -> types.entityManager(part).persist(write.record()));
        writing.bin(part, gone);
        writing.tell(part, writes.stream().filter(Write::created).toList(), "create");
        writing.tell(
                part,
                writes.stream()
                        .filter(write -> !write.created() && !write.told().isEmpty())
                        .toList(),
                "edit");
        hosts.touch(part, gone);
    }
}
