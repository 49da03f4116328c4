package org.pipewright.platform.timelines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.activities.StoryPart;

/** Which records' stories a record's page tells: its own and those that are part of it (S-CONV-08, S-REC-06). */
@ApplicationScoped
public class Stories {

    @Inject
    @Any
    Instance<StoryPart> parts;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    /** The record and the parts of its story that the caller may view, by type. */
    public Map<DeclaredType, Set<UUID>> of(DeclaredType type, UUID record) {
        Map<DeclaredType, Set<UUID>> story = new LinkedHashMap<>(Map.of(type, Set.of(record)));
        Map<String, List<UUID>> more = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.recordType().equals(type.name()))
                .flatMap(part -> part.partsOf(record).stream())
                .filter(part -> !part.equals(new LinkedRecord(type.name(), record)))
                .forEach(part -> more.computeIfAbsent(part.recordType(), name -> new ArrayList<>())
                        .add(part.id()));
        more.forEach((name, ids) -> types.named(name)
                .filter(reading::isViewable)
                .ifPresent(each -> story.merge(each, reading.allowed(each, ids, Action.VIEW), Stories::joined)));
        return story;
    }

    private static Set<UUID> joined(Set<UUID> one, Set<UUID> other) {
        Set<UUID> both = new java.util.LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Ids of all records of a story. */
    public static Set<UUID> ids(Map<DeclaredType, Set<UUID>> story) {
        return story.values().stream().reduce(Set.of(), Stories::joined);
    }
}
