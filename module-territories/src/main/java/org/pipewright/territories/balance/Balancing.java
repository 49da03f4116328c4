package org.pipewright.territories.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.people.Colleague;
import org.pipewright.platform.spi.people.Colleagues;
import org.pipewright.platform.spi.records.Owners;
import org.pipewright.platform.spi.records.Workloads;
import org.pipewright.platform.spi.records.Workloads.Load;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.assignment.PinnedRecords;
import org.pipewright.territories.balance.BalanceView.Moved;
import org.pipewright.territories.balance.BalanceView.Share;
import org.pipewright.territories.balance.BalanceView.Spread;
import org.pipewright.territories.balance.BalanceView.Suggestion;
import org.pipewright.territories.balance.NewMoves.NewMove;
import org.pipewright.territories.tree.Territories;

/** Tells how much work each member of a territory has, suggests what would even it out, and does what was confirmed. */
@ApplicationScoped
class Balancing {

    /** So many open records of a type are looked at, the oldest ones. */
    private static final int MOST_RECORDS = 10_000;

    /** What the history of the record calls it. */
    private static final String DEED = "territories.deed.evened-out";

    @Inject
    Workloads workloads;

    @Inject
    Territories territories;

    @Inject
    PinnedRecords pinned;

    @Inject
    Colleagues colleagues;

    @Inject
    Owners owners;

    @Inject
    CurrentTenant tenant;

    @Inject
    Showing showing;

    /** The type, if its records can be evened out. */
    Optional<Workloads.Kind> kind(String recordType) {
        return workloads.kinds().stream()
                .filter(kind -> kind.name().equals(recordType))
                .findFirst();
    }

    BalanceView of(UUID territory, Workloads.Kind kind) {
        List<Load> loads = loads(territory, kind.name());
        List<UUID> members = territories.members(territory);
        List<UUID> present = present(members);
        Map<Optional<UUID>, List<Load>> byMember = loads.stream()
                .collect(Collectors.groupingBy(load -> load.owner().filter(members::contains)));
        return new BalanceView(
                kind.valued(),
                members.stream()
                        .map(member -> share(Optional.of(member), present.contains(member), byMember))
                        .toList(),
                share(Optional.empty(), false, byMember),
                new Spread(
                        spread(present, loads, Measure.RECORDS),
                        spread(present, loads, Measure.VALUE),
                        spread(present, loads, Measure.WEIGHTED)));
    }

    private List<Load> loads(UUID territory, String recordType) {
        return workloads.open(recordType, "territory==" + territory, MOST_RECORDS);
    }

    /** Who is not there neither gets work nor is relieved of any. */
    private List<UUID> present(List<UUID> members) {
        Set<UUID> there =
                colleagues.presentOn(tenant.today()).stream().map(Colleague::id).collect(Collectors.toSet());
        return members.stream().filter(there::contains).toList();
    }

    private Share share(Optional<UUID> member, boolean present, Map<Optional<UUID>, List<Load>> byMember) {
        List<Load> loads = byMember.getOrDefault(member, List.of());
        return new Share(
                member.map(showing::person).orElse(null),
                present,
                loads.size(),
                showing.sum(sum(loads, Load::value)),
                showing.sum(sum(loads, Load::weighted)),
                loads.stream().mapToInt(Load::activities).sum());
    }

    private static BigDecimal sum(List<Load> loads, Function<Load, BigDecimal> value) {
        return loads.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal spread(List<UUID> present, List<Load> loads, Measure measure) {
        return present.isEmpty()
                ? null
                : evening(present, loads, measure, Set.of()).spread().orElse(null);
    }

    private static Evening evening(List<UUID> people, List<Load> loads, Measure measure, Set<UUID> held) {
        return new Evening(
                people,
                loads.stream()
                        .filter(load -> load.owner().isPresent())
                        .map(load -> new Evening.Piece(
                                load.record(), load.owner().get(), measure.of(load), !held.contains(load.record())))
                        .toList());
    }

    Suggestion suggestion(UUID territory, Workloads.Kind kind, NewBalance wanted) {
        List<UUID> present = present(territories.members(territory));
        if (present.isEmpty()) {
            return new Suggestion(null, null, List.of());
        }
        List<Load> loads = loads(territory, kind.name());
        Set<UUID> held = pinned.among(loads.stream().map(Load::record).toList());
        Evening evening = evening(present, loads, wanted.by(), held);
        BigDecimal before = evening.spread().orElse(null);
        List<Evening.Move> moves = evening.moves(wanted.moves(), wanted.tolerance());
        return new Suggestion(
                before,
                evening.spread().orElse(null),
                moves.stream().map(showing::move).toList());
    }

    /** What does not fit any more is left alone: a record that is held, closed or somebody else's, a member who is gone. */
    Moved move(UUID territory, Workloads.Kind kind, List<NewMove> moves) {
        List<UUID> present = present(territories.members(territory));
        Set<UUID> there =
                loads(territory, kind.name()).stream().map(Load::record).collect(Collectors.toSet());
        Set<UUID> held = pinned.among(moves.stream().map(NewMove::record).toList());
        List<UUID> left = moves.stream()
                .filter(move -> !there.contains(move.record())
                        || held.contains(move.record())
                        || !present.contains(move.to())
                        || !owners.handOn(kind.name(), move.record(), move.from(), move.to(), DEED))
                .map(NewMove::record)
                .toList();
        return new Moved(moves.size() - left.size(), left);
    }
}
