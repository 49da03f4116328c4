package org.pipewright.sales.kinds;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The stages of a kind in their order, and the moves it allows (S-KIND-04 to S-KIND-09).
 *
 * @param kind whose stages they are
 * @param steps in order; none for a kind without stages
 */
public record Course(Kind kind, List<Step> steps) {

    /**
     * A stage at its place.
     *
     * @param stage of the catalogue
     * @param start whether deals may start here
     * @param roles that may move a deal here, all if empty
     * @param staleAfterDays days without movement after which a deal here is stale
     */
    public record Step(Stage stage, boolean start, List<String> roles, Optional<Integer> staleAfterDays) {

        UUID id() {
            return stage.id();
        }
    }

    /** The step at the stage. */
    public Optional<Step> at(UUID stage) {
        return steps.stream().filter(step -> step.id().equals(stage)).findFirst();
    }

    /** The first step whose stage stands for the status (S-KIND-21). */
    public Optional<Step> forStatus(UUID status) {
        return steps.stream()
                .filter(step -> step.stage().status().equals(status))
                .findFirst();
    }

    /** Where a deal starts unless told otherwise. */
    public Optional<Step> first() {
        return steps.stream().filter(this::mayStart).findFirst();
    }

    private boolean mayStart(Step step) {
        if (kind.type() == Kind.Type.STANDARD) {
            return step.equals(steps.get(0));
        }
        return step.start() || steps.stream().noneMatch(Step::start);
    }

    /** What stands against starting at the stage. */
    public Optional<Obstacle> toStart(UUID stage, Predicate<String> holdsRole) {
        Optional<Obstacle> wrongStart =
                at(stage).filter(this::mayStart).isPresent() ? Optional.empty() : Optional.of(Obstacle.NO_START);
        return wrongStart.or(() -> toReach(stage, holdsRole));
    }

    /** What stands against moving on from one stage to another of the kind. */
    public Optional<Obstacle> toMove(UUID from, UUID to, Predicate<String> holdsRole) {
        if (at(from).isEmpty()) {
            return toReach(to, holdsRole);
        }
        int way = index(to) - index(from);
        if (way > 1 && kind.forbidsSkipping()) {
            return Optional.of(Obstacle.SKIPS);
        } else if (way < 0 && kind.forbidsBack()) {
            return Optional.of(Obstacle.GOES_BACK);
        }
        return toReach(to, holdsRole);
    }

    /** What stands against coming to the stage at all, whatever the way: the roles it is left to (S-ROLE-11). */
    public Optional<Obstacle> toReach(UUID stage, Predicate<String> holdsRole) {
        return at(stage)
                .map(Step::roles)
                .filter(roles -> !roles.isEmpty() && roles.stream().noneMatch(holdsRole))
                .map(roles -> Obstacle.OTHER_ROLES);
    }

    /** What stands against winning from the stage, null for none. */
    public Optional<Obstacle> toWin(UUID stage) {
        boolean isFree = kind.type() != Kind.Type.STANDARD
                || (!steps.isEmpty() && steps.get(steps.size() - 1).id().equals(stage));
        return isFree ? Optional.empty() : Optional.of(Obstacle.NOT_LAST);
    }

    /** How many stages a move leaves out. */
    public int skipped(UUID from, UUID to) {
        return at(from).isPresent() && at(to).isPresent() ? Math.max(0, index(to) - index(from) - 1) : 0;
    }

    /** Whether a move goes back. */
    public boolean isBack(UUID from, UUID to) {
        return at(from).isPresent() && at(to).isPresent() && index(to) < index(from);
    }

    /** Days without movement after which a deal there is stale; the stage has the first word (S-KIND-22). */
    public Optional<Integer> staleAfterDays(UUID stage) {
        return at(stage).flatMap(Step::staleAfterDays).or(kind::staleAfterDays);
    }

    private int index(UUID stage) {
        return steps.stream().map(Step::id).toList().indexOf(stage);
    }
}
