package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.matching.Handling;
import org.pipewright.platform.matching.Handlings;
import org.pipewright.platform.matching.Likeness;
import org.pipewright.platform.matching.MatchKey;
import org.pipewright.platform.matching.Matching;
import org.pipewright.platform.matching.Twins;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Match;

/** Records that may be the one that somebody is about to write, as far as the caller may know of them (S-DUP-03). */
@ApplicationScoped
public class Candidates {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST = 10;
    private static final int SURE_ENOUGH = 50;

    @Inject
    Sql sql;

    @Inject
    Twins twins;

    @Inject
    Handlings handlings;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    @Inject
    DialledNumbers dialledNumbers;

    /**
     * A record that may be the same.
     *
     * @param id of it; null if the caller may not view it, and then nothing is told but whom to ask
     * @param title what people call it
     * @param score how sure it is, in percent
     * @param reasons rules that say so, the surest first
     * @param handling what follows, the strictest of these rules
     * @param team that of its owner, to be asked; null if there is none
     */
    public record Candidate(
            UUID id, String title, Integer score, List<Match.By> reasons, Handling handling, String team) {

        boolean isHidden() {
            return id == null;
        }
    }

    /** What a record of these members would be like; its own id may stand among them. Refuses unknown ones. */
    public List<Candidate> of(DeclaredType type, JsonObject members) {
        InvalidFields.requireNone(members.keySet().stream()
                .filter(name -> !name.equals("id") && type.field(name).isEmpty())
                .map(name -> InvalidFields.error(name, "unknown"))
                .toList());
        Map<Match.By, Handling> rules = handlings.of(type, callers.caller());
        return of(type, twins.of(type, keys(type, members), rules.keySet(), self(members)), rules);
    }

    /** Of each of these members the record the caller may view that they are most like, if there is one. */
    public <K> Map<K, UUID> nearest(DeclaredType type, Map<K, JsonObject> members) {
        Map<UUID, K> byId = new HashMap<>();
        Map<UUID, Set<MatchKey>> keys = new HashMap<>();
        members.forEach((key, each) -> {
            UUID id = UUID.randomUUID();
            byId.put(id, key);
            keys.put(id, keys(type, each));
        });
        Map<Match.By, Handling> rules = handlings.of(type, callers.caller());
        Map<K, UUID> nearest = new HashMap<>();
        twins.of(type, keys, rules.keySet())
                .forEach((id, found) -> of(type, found, rules).stream()
                        .filter(candidate -> !candidate.isHidden())
                        .findFirst()
                        .ifPresent(candidate -> nearest.put(byId.get(id), candidate.id())));
        return nearest;
    }

    /** Members that do not fit, or that the caller may not write, are compared with nothing. */
    private Set<MatchKey> keys(DeclaredType type, JsonObject members) {
        Write draft = new Write(type, type.newRecord(), true, callers.origin(), true);
        try {
            new Binding(callers.caller()).bind(draft, members);
        } catch (Refusal refusal) {
            return Set.of();
        }
        dialledNumbers.derive(type, draft.record());
        return Matching.keys(type, field -> field.valueIn(draft.record()));
    }

    private static UUID self(JsonObject members) {
        try {
            return UUID.fromString(members.getString("id", ""));
        } catch (IllegalArgumentException e) {
            return NOBODY;
        }
    }

    /** The record the caller may view that stands out among those like one of these members, if one does. */
    Optional<UUID> outstanding(DeclaredType type, JsonObject members) {
        List<Candidate> known = of(type, members).stream()
                .filter(candidate -> !candidate.isHidden() && candidate.score() >= Twins.WORTH_A_LOOK)
                .toList();
        boolean alone = known.size() == 1
                || (known.size() > 1 && known.get(0).score() > known.get(1).score());
        return alone ? Optional.of(known.get(0).id()) : Optional.empty();
    }

    List<Candidate> of(DeclaredType type, List<Likeness> found, Map<Match.By, Handling> rules) {
        List<Likeness> likely = found.stream()
                .filter(likeness -> likeness.score() >= SURE_ENOUGH)
                .limit(MOST)
                .toList();
        List<UUID> ids = likely.stream().map(Likeness::id).toList();
        Map<UUID, String> titles = ids.isEmpty() ? Map.of() : reading.titles(type, ids);
        Map<UUID, String> teams = titles.size() < ids.size() ? teams(type, ids) : Map.of();
        return likely.stream()
                .map(likeness -> candidate(likeness, titles, teams, handling(likeness, rules)))
                .sorted(Comparator.comparing(Candidate::isHidden))
                .toList();
    }

    private static Candidate candidate(
            Likeness likeness, Map<UUID, String> titles, Map<UUID, String> teams, Handling handling) {
        return titles.containsKey(likeness.id())
                ? new Candidate(
                        likeness.id(), titles.get(likeness.id()), likeness.score(), likeness.reasons(), handling, null)
                : new Candidate(null, null, null, List.of(), handling, teams.get(likeness.id()));
    }

    private static Handling handling(Likeness likeness, Map<Match.By, Handling> rules) {
        return likeness.reasons().stream()
                .map(rules::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Handling.WARN);
    }

    /** Teams of the records' owners, or those the records belong to. */
    private Map<UUID, String> teams(DeclaredType type, List<UUID> ids) {
        Map<UUID, String> teams = new HashMap<>();
        if (type.owned()) {
            sql.list(
                    "select r.id, t.name from " + type.table() + " r left join core.member m on m.id = r.owner_id"
                            + " join core.team t on t.id = coalesce(r.team_id, m.team_id) where r.id = any(?)",
                    row -> teams.put(row.getObject(1, UUID.class), row.getString(2)),
                    Set.copyOf(ids));
        }
        return teams;
    }
}
