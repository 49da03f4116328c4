package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.RecordReaction.Written;
import org.pipewright.platform.spi.records.RecordsChanged;

/** Tells those who react to writes of a record type. */
@ApplicationScoped
class Reactions {

    @Inject
    @Any
    Instance<RecordReaction<?>> reactions;

    @Inject
    Events events;

    private final Map<String, List<RecordReaction<CrmRecord>>> reactionsByType = new ConcurrentHashMap<>();

    void written(DeclaredType type, List<Write> writes) {
        List<Written<CrmRecord>> told = writes.stream()
                .map(write -> new Written<>(write.record(), write.change()))
                .toList();
        if (!told.isEmpty()) {
            each(type, reaction -> reaction.written(told));
            changed(
                    type,
                    ids(writes.stream()),
                    ids(writes.stream().filter(write -> write.created() && isLeft(write.record()))));
        }
    }

    private static List<UUID> ids(Stream<Write> writes) {
        return writes.map(write -> write.record().id()).toList();
    }

    private static boolean isLeft(CrmRecord record) {
        return record instanceof OwnedRecord owned && owned.isLeft();
    }

    void binned(DeclaredType type, CrmRecord record) {
        each(type, reaction -> reaction.binned(record));
        changed(type, List.of(record.id()));
    }

    void restored(DeclaredType type, CrmRecord record) {
        each(type, reaction -> reaction.restored(record));
        changed(type, List.of(record.id()));
    }

    /** Tells those who follow records of every type, once it is committed. */
    void changed(DeclaredType type, List<UUID> ids) {
        changed(type, ids, List.of());
    }

    private void changed(DeclaredType type, List<UUID> ids, List<UUID> left) {
        events.publish(RecordsChanged.TYPE, null, RecordsChanged.payload(type.name(), ids, left));
    }

    private void each(DeclaredType type, Consumer<RecordReaction<CrmRecord>> tell) {
        reactionsByType
                .computeIfAbsent(type.name(), name -> readReactions(type))
                .forEach(tell);
    }

    @SuppressWarnings("unchecked")
    private List<RecordReaction<CrmRecord>> readReactions(DeclaredType type) {
        return reactions.stream()
                .filter(reaction -> reaction.type() == type.entity())
                .map(reaction -> (RecordReaction<CrmRecord>) reaction)
                .toList();
    }
}
