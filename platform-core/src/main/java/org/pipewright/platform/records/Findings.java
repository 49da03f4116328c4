package org.pipewright.platform.records;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** What was found out about other records during a write; shared by the writes of a batch, so that each is asked once. */
final class Findings {

    private final Map<Reference, Boolean> referable = new HashMap<>();
    private final Map<UUID, Optional<UUID>> teams = new HashMap<>();

    private Set<String> currencies;

    private final Map<Claim, UUID> claims = new HashMap<>();

    private record Claim(UUID field, String form) {}

    private record Reference(String type, UUID id) {}

    boolean referable(String type, UUID id, Supplier<Boolean> question) {
        return referable.computeIfAbsent(new Reference(type, id), reference -> question.get());
    }

    /** Codes of the currencies that may be chosen. */
    Set<String> currencies(Supplier<Set<String>> question) {
        currencies = currencies == null ? question.get() : currencies;
        return currencies;
    }

    /** Takes a value of a unique field for a record; tells whether another one of the batch has taken it before. */
    boolean isClaimed(UUID field, String form, UUID record) {
        return !claims.computeIfAbsent(new Claim(field, form), claim -> record).equals(record);
    }

    boolean knows(String type, UUID id) {
        return referable.containsKey(new Reference(type, id));
    }

    void learn(String type, Collection<UUID> asked, Set<UUID> found) {
        asked.forEach(id -> referable.put(new Reference(type, id), found.contains(id)));
    }

    Optional<UUID> team(UUID member, Function<UUID, Optional<UUID>> question) {
        return teams.computeIfAbsent(member, question);
    }
}
