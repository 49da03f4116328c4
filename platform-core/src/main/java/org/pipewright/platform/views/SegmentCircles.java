package org.pipewright.platform.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.criteria.Criteria;

/** Finds segments that would be made of themselves. */
@ApplicationScoped
class SegmentCircles {

    @Inject
    SavedViews views;

    /** Whether what the filter asks for is, over however many segments, the segment itself. */
    boolean leadTo(UUID segment, String filter) {
        Set<UUID> reached = new HashSet<>();
        Set<UUID> next = Criteria.segments(filter);
        while (!next.isEmpty() && !next.contains(segment)) {
            reached.addAll(next);
            next = views.filters(next).stream()
                    .flatMap(said -> Criteria.segments(said).stream())
                    .filter(id -> !reached.contains(id))
                    .collect(Collectors.toSet());
        }
        return !next.isEmpty();
    }
}
