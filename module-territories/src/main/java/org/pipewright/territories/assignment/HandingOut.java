package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.people.Colleague;
import org.pipewright.platform.spi.people.Colleagues;
import org.pipewright.platform.spi.people.Deputies;
import org.pipewright.platform.spi.people.Turn;
import org.pipewright.platform.spi.people.Turns;
import org.pipewright.platform.spi.records.Owners;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.assignment.Handing.Result;
import org.pipewright.territories.tree.Territories;
import org.pipewright.territories.tree.Territory;
import org.pipewright.territories.tree.TerritoryIntake;

/** Decides who gets a new record of a territory: members in turn, its owner or the owner's deputy, or nobody (S-TERR-12). */
@ApplicationScoped
class HandingOut {

    /** What the history of the record calls it. */
    private static final String DEED = "territories.deed.handed-out";

    @Inject
    Territories territories;

    @Inject
    Handings handings;

    @Inject
    Colleagues colleagues;

    @Inject
    Deputies deputies;

    @Inject
    Turns turns;

    @Inject
    Owners owners;

    @Inject
    CurrentTenant tenant;

    private record Choice(Optional<UUID> member, Result result) {}

    /** Nothing if it was given already, if somebody has taken it meanwhile, or if the territory says nothing. */
    void handOut(String recordType, UUID record, UUID territory) {
        if (handings.of(record).isEmpty() && owners.isLeft(recordType, record)) {
            territories
                    .intake(territory, recordType)
                    .ifPresent(intake -> handOut(recordType, record, territory, choice(intake, record, territory)));
        }
    }

    private void handOut(String recordType, UUID record, UUID territory, Choice choice) {
        boolean refused = choice.member()
                .filter(member -> !owners.give(recordType, record, member, DEED))
                .isPresent();
        handings.note(
                recordType,
                record,
                refused
                        ? new Handing(territory, Optional.empty(), Result.LEFT_AS_REFUSED, Instant.now())
                        : new Handing(territory, choice.member(), choice.result(), Instant.now()));
    }

    private Choice choice(TerritoryIntake intake, UUID record, UUID territory) {
        Set<UUID> present =
                colleagues.presentOn(tenant.today()).stream().map(Colleague::id).collect(Collectors.toSet());
        Optional<UUID> owner =
                territories.withId(territory).map(Territory::owner).flatMap(member -> there(member, present));
        if (!intake.isForMembers()) {
            return new Choice(owner, owner.isPresent() ? Result.OWNER : Result.LEFT_AS_NOBODY_THERE);
        }
        List<UUID> members = territories.members(territory).stream()
                .filter(present::contains)
                .toList();
        Turn turn = new Turn(intake.id(), intake.recordType(), record, false, Optional.empty(), intake.capacity());
        return turns.next(turn, members)
                .map(member -> new Choice(Optional.of(member), Result.IN_TURN))
                .orElseGet(() -> new Choice(owner, insteadOfMembers(owner.isPresent(), members.isEmpty())));
    }

    /** The member, or who stands in for one who is away. */
    private Optional<UUID> there(UUID member, Set<UUID> present) {
        return present.contains(member) ? Optional.of(member) : deputies.of(member, tenant.today());
    }

    private static Result insteadOfMembers(boolean owner, boolean nobodyThere) {
        if (owner) {
            return nobodyThere ? Result.OWNER_AS_NOBODY_THERE : Result.OWNER_AS_FULL;
        }
        return nobodyThere ? Result.LEFT_AS_NOBODY_THERE : Result.LEFT_AS_FULL;
    }
}
