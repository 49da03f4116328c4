package org.pipewright.platform.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.files.FileRows.Placed;
import org.pipewright.platform.files.FileRows.Stored;
import org.pipewright.platform.history.History;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.records.RecordWriting;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.shortlists.Followers;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.files.FileReaction;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.timelines.Stories;
import org.pipewright.platform.usage.Quota;

/** The files of records. Rights are asked by whoever calls. */
@ApplicationScoped
public class RecordFiles {

    /** Under which the history keeps names of files. */
    public static final String HISTORY_FIELD = "file";

    @Inject
    FileRows rows;

    @Inject
    FileRules rules;

    @Inject
    Quota quota;

    @Inject
    History history;

    @Inject
    Followers followers;

    @Inject
    Stories stories;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    @Any
    Instance<FileReaction> reactions;

    /** The files of the record and of what is part of its story; the others say whose they are (S-CONV-08). */
    List<RecordFile> of(DeclaredType type, UUID record) {
        Map<DeclaredType, Set<UUID>> story = stories.of(type, record);
        List<Placed> placed = rows.of(story);
        Map<UUID, RecordFile.Whose> others = others(placed, record);
        return placed.stream()
                .map(each -> each.file().of(others.get(each.record())))
                .toList();
    }

    private Map<UUID, RecordFile.Whose> others(List<Placed> placed, UUID record) {
        Map<String, Set<UUID>> byType = placed.stream()
                .filter(each -> !each.record().equals(record))
                .collect(Collectors.groupingBy(
                        Placed::recordType, Collectors.mapping(Placed::record, Collectors.toSet())));
        Map<UUID, RecordFile.Whose> others = new HashMap<>();
        byType.forEach((name, ids) -> reading.titles(types.named(name).orElseThrow(), ids)
                .forEach((id, title) -> others.put(id, new RecordFile.Whose(name, id, title))));
        return others;
    }

    /** Keeps a file that a person sends; refuses what breaks a rule or goes beyond the tenant's storage. */
    UUID add(DeclaredType type, UUID record, FileContent content) {
        require(content);
        followers.tell("file-added", record);
        UUID added = rows.add(type.name(), record, content);
        tell(type, record, content);
        history.beside(type.name(), record, reading.title(type, record), "add-file", change(null, content.name()));
        return added;
    }

    /** Keeps a file that a person sends as the value of a field; what stood there goes (S-CF-01). */
    UUID fill(DeclaredType type, UUID record, DeclaredField field, FileContent content) {
        require(content);
        UUID added = rows.addInField(type.name(), record, field.name(), content);
        JsonObject value =
                Json.createObjectBuilder().add(field.name(), added.toString()).build();
        writing.change(type, record, value, Optional.empty());
        return added;
    }

    private void tell(DeclaredType type, UUID record, FileContent content) {
        reactions.stream()
                .filter(reaction -> reaction.recordType().equals(type.name()))
                .forEach(reaction -> reaction.added(record, content.incoming()));
    }

    /** Keeps what a person sends as the next version of a file. */
    void renew(DeclaredType type, UUID record, RecordFile file, FileContent content) {
        if (file.sealed()) {
            throw Refusal.of(CoreErrorCode.SEALED, file.name());
        }
        VisibleFiles.requireLoose(file);
        require(content);
        rows.renew(file.id(), file.version() + 1, content);
        tell(type, record, content);
        history.beside(
                type.name(), record, reading.title(type, record), "renew-file", change(file.name(), content.name()));
    }

    private void require(FileContent content) {
        rules.objection(content).ifPresent(error -> {
            throw InvalidFields.refusal(List.of(error));
        });
        quota.requireStorage(content.bytes().length);
    }

    /** The files of these records, by record; rights were asked by whoever names them. */
    public Map<UUID, List<RecordFile>> attachedTo(String recordType, Set<UUID> records) {
        return records.isEmpty()
                ? Map.of()
                : rows.of(Map.of(types.named(recordType).orElseThrow(), records)).stream()
                        .collect(Collectors.groupingBy(
                                Placed::record, Collectors.mapping(Placed::file, Collectors.toList())));
    }

    /** Keeps a file that came along with something else; tells whether it was kept. */
    public boolean attach(String recordType, UUID record, String name, byte[] bytes) {
        FileContent content = FileContent.of(Objects.requireNonNullElse(name, ""), bytes);
        Optional<FieldError> objection = rules.objection(content);
        if (objection.isEmpty()) {
            rows.add(recordType, record, content);
        }
        return objection.isEmpty();
    }

    /**
     * Files of the record and of what is part of its story, with what they hold; refuses ids of others.
     *
     * @param field of the request that names them
     */
    public List<Copy> copies(DeclaredType type, UUID record, Collection<UUID> ids, String field) {
        Map<UUID, RecordFile> known =
                of(type, record).stream().collect(Collectors.toMap(RecordFile::id, Function.identity()));
        if (!known.keySet().containsAll(ids)) {
            throw InvalidFields.refusal(field, "not-found");
        }
        return ids.stream().distinct().map(known::get).map(this::copy).toList();
    }

    /** A file with what its latest version holds. */
    public record Copy(String name, String mediaType, byte[] content) {}

    /** The files of a record that is not asked for by anybody, with what they hold. */
    public List<Copy> copies(String recordType, UUID record) {
        return attachedTo(recordType, Set.of(record)).getOrDefault(record, List.of()).stream()
                .map(this::copy)
                .toList();
    }

    private Copy copy(RecordFile file) {
        Stored stored = rows.stored(file.id(), file.version()).orElseThrow();
        return new Copy(stored.name(), stored.mediaType(), content(stored));
    }

    /** What a file holds that is kept for good; it has one version. */
    public byte[] content(UUID sealed) {
        return content(rows.stored(sealed, 1).orElseThrow());
    }

    private byte[] content(Stored stored) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Optional<byte[]> part = rows.part(stored, 0);
        for (int next = 1; part.isPresent(); next++) {
            content.writeBytes(part.get());
            part = rows.part(stored, next);
        }
        return content.toByteArray();
    }

    /** Keeps a file that is never changed again, with no regard to limits: what was issued has to be kept. */
    public Papers.Kept seal(String recordType, UUID record, String name, byte[] bytes) {
        FileContent content = FileContent.of(name, bytes);
        return new Papers.Kept(rows.seal(recordType, record, content), content.sha256());
    }

    void rename(DeclaredType type, UUID record, RecordFile file, String name) {
        if (rules.isRefused(name)) {
            throw InvalidFields.refusal("name", "file-type");
        }
        rows.rename(file.id(), name);
        history.record(type.name(), record, reading.title(type, record), "rename-file", change(file.name(), name));
    }

    /** Takes it away with all its versions; that it was there stays in the history of its record. */
    void remove(DeclaredType type, UUID record, RecordFile file) {
        rows.remove(file.id());
        history.record(type.name(), record, reading.title(type, record), "remove-file", change(file.name(), null));
    }

    private static JsonArray change(String before, String after) {
        JsonObjectBuilder change = Json.createObjectBuilder().add("field", HISTORY_FIELD);
        Optional.ofNullable(before).ifPresent(name -> change.add("old", name));
        Optional.ofNullable(after).ifPresent(name -> change.add("new", name));
        return Json.createArrayBuilder().add(change).build();
    }
}
