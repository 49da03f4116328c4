package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.territories.TerritoriesErrorCode;

/** Tells how the territories stand, and makes them stand as they were planned, with all that a write by hand does. */
@ApplicationScoped
public class Redrawing {

    private static final int LONGEST_NAME = 100;

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    @Inject
    Territories territories;

    @Inject
    Records records;

    @Inject
    Parts parts;

    /** How the territories stand now, in the order of their names. */
    public PlannedTree now() {
        Map<UUID, List<TerritoryRule>> rules = all(TerritoryRule.class, TerritoryRule::territory);
        Map<UUID, List<TerritoryMember>> members = all(TerritoryMember.class, TerritoryMember::territory);
        return new PlannedTree(territories.all().stream()
                .sorted(Comparator.comparing(Territory::name).thenComparing(Territory::id))
                .map(territory -> territory.drawn(
                        rules.getOrDefault(territory.id(), List.of()).stream()
                                .map(TerritoryRule::drawn)
                                .toList(),
                        members.getOrDefault(territory.id(), List.of()).stream()
                                .map(TerritoryMember::drawn)
                                .toList()))
                .toList());
    }

    private <P extends PartRecord> Map<UUID, List<P>> all(Class<P> type, Function<P, UUID> territory) {
        return entityManager
                .createQuery("select p from " + type.getSimpleName() + " p where p.deletedAt is null", type)
                .getResultStream()
                .collect(Collectors.groupingBy(territory));
    }

    /**
     * Makes territories stand as they are planned.
     *
     * @param change what is to be otherwise
     * @param title of what has planned it, for names that have to give way
     * @return the ids by which planned territories are known from now on
     */
    public Map<UUID, UUID> redraw(TreeChange change, String title) {
        Map<UUID, Territory> live =
                territories.all().stream().collect(Collectors.toMap(Territory::id, Function.identity()));
        makeRoom(change, live, title);
        change.dropped().stream()
                .map(live::get)
                .filter(Objects::nonNull)
                .forEach(territory -> records.change(territory, Territory::deactivate));
        Map<UUID, UUID> known = new HashMap<>();
        change.drawn().forEach(planned -> {
            UUID parent = planned.parent() == null ? null : known.getOrDefault(planned.parent(), planned.parent());
            known.put(planned.id(), stand(planned, parent, live.get(planned.id())));
        });
        return known;
    }

    /** No two territories are called the same, not even while names go from one to another. */
    private void makeRoom(TreeChange change, Map<UUID, Territory> live, String title) {
        Map<String, Territory> holders = live.values().stream()
                .collect(
                        Collectors.toMap(territory -> key(territory.name()), Function.identity(), (one, other) -> one));
        Set<String> taken = new HashSet<>(holders.keySet());
        change.drawn().forEach(planned -> taken.add(key(planned.name())));
        change.drawn()
                .forEach(planned -> Optional.ofNullable(holders.get(key(planned.name())))
                        .filter(holder -> !holder.id().equals(planned.id()))
                        .ifPresent(holder -> records.change(
                                holder, its -> its.rename(otherName(its, change, " (" + title + ")", taken)))));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** One that is drawn itself gets its name in a moment; one that was dropped is told apart from now on. */
    private static String otherName(Territory holder, TreeChange change, String suffix, Set<String> taken) {
        if (change.draws(holder.id())) {
            return holder.id().toString();
        } else if (!change.dropped().contains(holder.id())) {
            throw Refusal.of(TerritoriesErrorCode.TERRITORY_NAME_TAKEN, holder.name());
        }
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> fitting(holder.name(), suffix + (number == 1 ? "" : " " + number)))
                .filter(name -> taken.add(key(name)))
                .findFirst()
                .orElseThrow();
    }

    private static String fitting(String name, String suffix) {
        String end = suffix.substring(Math.max(0, suffix.length() - LONGEST_NAME / 2));
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - end.length())) + end;
    }

    private UUID stand(PlannedTerritory planned, UUID parent, Territory standing) {
        if (standing == null) {
            Territory made = new Territory(planned.name(), parent);
            made.stand(planned, parent);
            return withParts(planned, records.create(made).id());
        }
        records.change(standing, territory -> territory.stand(planned, parent));
        return withParts(planned, standing.id());
    }

    private UUID withParts(PlannedTerritory planned, UUID territory) {
        replace(
                parts.of(TerritoryRule.class, territory),
                TerritoryRule::drawn,
                planned.rules(),
                rule -> new TerritoryRule(territory, rule));
        replace(
                parts.of(TerritoryMember.class, territory),
                TerritoryMember::drawn,
                planned.members(),
                member -> new TerritoryMember(territory, member));
        return territory;
    }

    /** What is the same stays, with its history. */
    private <P extends PartRecord, D> void replace(
            List<P> standing, Function<P, D> drawn, List<D> wanted, Function<D, P> made) {
        List<D> lacking = new ArrayList<>(wanted);
        int last = 0;
        for (P part : standing) {
            last = Math.max(last, part.position());
            if (!lacking.remove(drawn.apply(part))) {
                records.delete(typeOf(part), part.id());
            }
        }
        List<P> coming = lacking.stream().map(made).toList();
        for (P part : coming) {
            part.standAt(++last);
        }
        if (!coming.isEmpty()) {
            parts.add(coming);
        }
    }

    private static String typeOf(PartRecord part) {
        return part.getClass().getAnnotation(RecordType.class).name();
    }
}
