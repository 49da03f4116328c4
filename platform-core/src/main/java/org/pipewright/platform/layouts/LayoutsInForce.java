package org.pipewright.platform.layouts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.HeldRole;
import org.pipewright.platform.modules.CoreModule;

/**
 * Knows the layouts of each tenant. Kept for two seconds, so that a change holds on every node within five, and forgotten
 * at once on the node that made it.
 */
@ApplicationScoped
public class LayoutsInForce {

    private final Cache<UUID, List<LayoutView>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(10_000)
            .build();

    @Inject
    LayoutReading reading;

    /** What the caller's roles make of a record type; of two that both fit a record the earlier one counts. */
    public List<LayoutView> of(Caller caller, String recordType) {
        return Stream.of(caller)
                .filter(reader -> reader.has(CoreModule.LAYOUTS))
                .flatMap(reader -> known.get(reader.tenant().id(), reading::of).stream())
                .filter(layout -> layout.recordType().equals(recordType) && isFor(caller, layout))
                .toList();
    }

    private static boolean isFor(Caller caller, LayoutView layout) {
        return layout.role() == null
                || caller.roles().stream().map(HeldRole::id).anyMatch(layout.role()::equals);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) LayoutsChanged change) {
        known.invalidate(change.tenant());
    }
}
