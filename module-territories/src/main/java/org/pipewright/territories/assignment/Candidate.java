package org.pipewright.territories.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.territories.tree.StandingTerritory;

/**
 * A territory as it stands when a record could be of several (S-TERR-04).
 *
 * @param priority 1 is first, and 0 before it; none is last
 * @param depth how many territories it is part of
 */
record Candidate(UUID id, String name, Optional<Integer> priority, int depth, Instant born) {

    /** The one that wins comes first: by priority, then the more specific one, then the older one. */
    static final Comparator<Candidate> FIRST = Comparator.comparingInt(Candidate::place)
            .thenComparing(Comparator.comparingInt(Candidate::depth).reversed())
            .thenComparing(Candidate::born)
            .thenComparing(Candidate::id);

    static Candidate of(StandingTerritory territory, int depth) {
        return new Candidate(territory.id(), territory.name(), territory.priority(), depth, territory.born());
    }

    private int place() {
        return priority.orElse(Integer.MAX_VALUE);
    }

    /** Why this one stands before the next. */
    Ground groundBefore(Candidate next) {
        if (place() != next.place()) {
            return Ground.PRIORITY;
        }
        return depth == next.depth ? Ground.OLDER : Ground.MORE_SPECIFIC;
    }
}
