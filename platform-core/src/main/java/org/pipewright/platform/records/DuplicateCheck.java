package org.pipewright.platform.records;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.matching.Handling;
import org.pipewright.platform.matching.Handlings;
import org.pipewright.platform.matching.MatchKey;
import org.pipewright.platform.matching.Matching;
import org.pipewright.platform.matching.Twins;
import org.pipewright.platform.records.Candidates.Candidate;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Match;
import org.pipewright.platform.spi.records.Origin;

/** Does what the tenant wants to follow when a write makes a record like another (S-DUP-02). */
@ApplicationScoped
class DuplicateCheck {

    /** Nobody is there who could decide; what comes in is not turned away. */
    private static final Set<Origin> UNATTENDED = EnumSet.of(Origin.INTAKE, Origin.JOB);

    /** Whoever writes like this has been told before. */
    private static final Set<Origin> TOLD = EnumSet.of(Origin.WEB, Origin.IMPORT);

    @Inject
    Twins twins;

    @Inject
    Handlings handlings;

    @Inject
    Candidates candidates;

    @Inject
    CallerBinding callers;

    @Inject
    History history;

    /** Refuses what the tenant blocks, unless the caller was allowed to do it all the same. */
    void require(Write write) {
        Set<MatchKey> keys = newKeys(write);
        if (keys.isEmpty() || write.isTrusted() || UNATTENDED.contains(callers.origin())) {
            return;
        }
        Map<Match.By, Handling> blocking = handlings.of(write.type(), callers.caller());
        blocking.values().removeIf(handling -> handling != Handling.BLOCK);
        UUID id = write.record().id();
        List<Candidate> found =
                candidates.of(write.type(), twins.of(write.type(), keys, blocking.keySet(), id), blocking);
        if (!found.isEmpty() && !callers.isDespiteDuplicates()) {
            throw new Refusal(
                    CoreErrorCode.LIKELY_DUPLICATE,
                    Map.of("recordType", write.type().name(), "candidates", json(found)),
                    List.of());
        }
        write.despite(found);
    }

    /** Notes what was written although it was blocked, and puts into the work list what nobody has been told. */
    void written(DeclaredType type, List<Write> writes) {
        List<Write> touched =
                writes.stream().filter(write -> !newKeys(write).isEmpty()).toList();
        if (!touched.isEmpty()) {
            Set<Match.By> listed = handlings.of(type).entrySet().stream()
                    .filter(rule -> rule.getValue() != Handling.WARN || !TOLD.contains(callers.origin()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            twins.list(type, touched.stream().map(write -> write.record().id()).toList(), listed);
            touched.stream().filter(write -> !write.despite().isEmpty()).forEach(this::note);
        }
    }

    private void note(Write write) {
        JsonArrayBuilder ids = JSON.createArrayBuilder();
        write.despite().forEach(candidate -> {
            if (!candidate.isHidden()) {
                ids.add(candidate.id().toString());
            }
        });
        history.record(
                write.type().name(),
                write.record().id(),
                RecordWriting.title(write.type(), write.record()),
                "override-duplicates",
                JSON.createArrayBuilder()
                        .add(JSON.createObjectBuilder()
                                .add("field", "duplicates")
                                .add("new", ids))
                        .build());
    }

    /** What is compared of the record now and was not before. */
    private static Set<MatchKey> newKeys(Write write) {
        if (Matching.rules(write.type()).isEmpty()) {
            return Set.of();
        }
        Set<MatchKey> keys = new HashSet<>(Matching.keys(write.type(), field -> field.valueIn(write.record())));
        if (!write.created()) {
            keys.removeAll(Matching.keys(write.type(), write::before));
        }
        return keys;
    }

    private static JsonArray json(List<Candidate> found) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        found.forEach(candidate -> array.add(json(candidate)));
        return array.build();
    }

    private static JsonObjectBuilder json(Candidate candidate) {
        JsonObjectBuilder object =
                JSON.createObjectBuilder().add("handling", candidate.handling().name());
        if (candidate.isHidden()) {
            return candidate.team() == null ? object : object.add("team", candidate.team());
        }
        JsonArrayBuilder reasons = JSON.createArrayBuilder();
        candidate.reasons().forEach(reason -> reasons.add(reason.name()));
        return object.add("id", candidate.id().toString())
                .add("title", candidate.title())
                .add("score", candidate.score())
                .add("reasons", reasons);
    }
}
