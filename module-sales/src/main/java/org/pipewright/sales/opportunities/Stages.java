package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.kinds.Course;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Kinds;
import org.pipewright.sales.kinds.Management;
import org.pipewright.sales.kinds.Obstacle;
import org.pipewright.sales.kinds.Stage;

/**
 * Brings opportunities to stages and holds them to the rules of their kind, however they get there (S-KIND-10). With
 * opportunity management off there are no rules; the stage then silently keeps pace with the status (S-KIND-21).
 */
@ApplicationScoped
class Stages {

    @Inject
    Kinds kinds;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentTenant tenant;

    @Inject
    CurrentCaller caller;

    @Inject
    RoleNames roles;

    @Inject
    StageNeeds needs;

    /** Whether kinds and stages are in force, for everybody in the tenant. */
    boolean isManaged() {
        return tenant.hasFeature(Management.FEATURE);
    }

    private boolean isOfOpenKind(Opportunity opportunity) {
        return opportunity
                .kind()
                .filter(kind -> kinds.isOpenTo(opportunity.team(), kind))
                .isPresent();
    }

    private Optional<Course> course(Opportunity opportunity) {
        return opportunity.kind().flatMap(kinds::withId).map(kinds::course);
    }

    private boolean isOpen(Opportunity opportunity) {
        return opportunity
                .status()
                .flatMap(catalogue::status)
                .filter(status -> status.outcome() == Outcome.IN_PROGRESS)
                .isPresent();
    }

    /** Gives a new opportunity its kind, and stage and status as far as one tells the other. */
    void start(Opportunity opportunity) {
        if (opportunity.isLikeAnother() && !isOfOpenKind(opportunity)) {
            opportunity.startWithPreferredKind();
        }
        if (opportunity.kind().isEmpty()) {
            kinds.preferredFor(opportunity.team()).ifPresent(opportunity::startWith);
        }
        if (opportunity.status().isEmpty() && isManaged()) {
            opportunity
                    .stage()
                    .flatMap(kinds::stage)
                    .or(() -> course(opportunity).flatMap(Course::first).map(Course.Step::stage))
                    .ifPresent(opportunity::standAt);
        }
        opportunity.startAs(catalogue.system(OpportunityStatus.Category.OPEN));
        if (opportunity.stage().isEmpty() && isOpen(opportunity)) {
            ofStatus(opportunity).ifPresent(opportunity::standAt);
        }
    }

    private Optional<Stage> ofStatus(Opportunity opportunity) {
        return course(opportunity)
                .flatMap(way -> way.forStatus(opportunity.status().orElseThrow()))
                .map(Course.Step::stage);
    }

    /** Lets the status follow a changed stage, or the stage a changed status. */
    void follow(Opportunity opportunity, Change change, Violations violations) {
        if (change.created() || opportunity.status().isEmpty() || !isOpen(opportunity)) {
            return;
        }
        if (change.touches("stage") || opportunity.passage() == Passage.CORRECTION) {
            opportunity.stage().flatMap(kinds::stage).ifPresent(stage -> stand(opportunity, stage, change, violations));
        } else if (change.touches("status")) {
            ofStatus(opportunity)
                    .ifPresentOrElse(opportunity::standAt, () -> requireStagelessKind(opportunity, violations));
        }
    }

    private void stand(Opportunity opportunity, Stage stage, Change change, Violations violations) {
        boolean contradicts = isManaged()
                && opportunity.passage() == Passage.PLAIN
                && change.touches("status")
                && !opportunity.status().orElseThrow().equals(stage.status());
        if (contradicts) {
            violations.reject("status", "not-of-stage", "sales.violation.not-of-stage");
        } else if (isManaged()) {
            opportunity.standAt(stage);
        }
    }

    private void requireStagelessKind(Opportunity opportunity, Violations violations) {
        if (isManaged()
                && course(opportunity).filter(way -> !way.steps().isEmpty()).isPresent()) {
            violations.reject("status", "no-stage", "sales.violation.no-stage");
        }
    }

    /** Holds the write to the rules of the kind. Refuses a forbidden move; tells which data a stage lacks. */
    void check(Opportunity opportunity, Change change, Violations violations) {
        if (!isManaged() || opportunity.status().isEmpty()) {
            return;
        }
        if (change.created()) {
            checkKind(opportunity, violations);
        } else if (change.touches("kind")
                && change.before("kind").isPresent()
                && !opportunity.passage().isToOtherKind()) {
            violations.reject("kind", "by-verb", "sales.violation.kind-by-verb");
        }
        if (isOpen(opportunity)) {
            checkStage(opportunity, change, violations);
        }
    }

    private void checkKind(Opportunity opportunity, Violations violations) {
        if (opportunity.kind().isPresent() && !isOfOpenKind(opportunity)) {
            violations.reject("kind", "inactive", "sales.violation.inactive");
        }
    }

    private void checkStage(Opportunity opportunity, Change change, Violations violations) {
        Optional<UUID> before = change.before("stage").map(UUID.class::cast);
        boolean isMoved = change.created() || !Objects.equals(before, opportunity.stage());
        if (isMoved) {
            course(opportunity).ifPresent(way -> checkPlace(opportunity, way, change, violations));
        }
        opportunity.stage().flatMap(kinds::stage).ifPresent(stage -> {
            needs.fields(stage, opportunity).stream()
                    .filter(field -> isMoved || change.touches(field))
                    .forEach(field -> need(field, "stage-needs", change, opportunity, violations));
            if (isMoved) {
                course(opportunity).ifPresent(way -> checkBelongings(opportunity, way, stage, change, violations));
            }
        });
    }

    /** What belongs to a deal comes after the deal itself: where its kind begins, a new one may be without (S-KIND-11). */
    private void checkBelongings(
            Opportunity opportunity, Course way, Stage stage, Change change, Violations violations) {
        boolean isBeginning = change.created()
                && way.first()
                        .filter(step -> step.stage().id().equals(stage.id()))
                        .isPresent();
        if (!isBeginning
                && needs.lacksDemand(
                        stage, opportunity.kind().flatMap(kinds::withId).orElseThrow(), opportunity)) {
            need("demand", "stage-needs-demand", change, opportunity, violations);
        }
        if (!isBeginning && needs.lacksParty(stage, opportunity)) {
            need("parties", "stage-needs-party", change, opportunity, violations);
        }
    }

    private void checkPlace(Opportunity opportunity, Course way, Change change, Violations violations) {
        Optional<UUID> stage = opportunity.stage();
        if (stage.isEmpty()) {
            if (!way.steps().isEmpty() && !change.historical()) {
                violations.reject("stage", "required", "core.violation.required");
            }
        } else if (way.steps().isEmpty()) {
            violations.reject("stage", "no-stages", "sales.violation.no-stages");
        } else if (way.at(stage.get()).isEmpty()) {
            violations.reject("stage", "not-in-kind", "sales.violation.not-in-kind");
        } else {
            requireAllowed(opportunity, way, change);
        }
    }

    private void requireAllowed(Opportunity opportunity, Course way, Change change) {
        if (opportunity.passage() == Passage.PLAIN
                && !change.created()
                && caller.level(Opportunity.NAME, MoveOpportunity.NAME) == Level.NONE) {
            throw Refusal.of(SalesErrorCode.MOVE_FORBIDDEN);
        }
        obstacle(opportunity, way, change).ifPresent(obstacle -> refuse(opportunity, obstacle));
    }

    private Optional<Obstacle> obstacle(Opportunity opportunity, Course way, Change change) {
        UUID stage = opportunity.stage().orElseThrow();
        if (change.created()) {
            return change.historical() ? Optional.empty() : way.toStart(stage, roles::isHeld);
        }
        return switch (opportunity.passage()) {
            case PLAIN, MOVE ->
                way.toMove(change.before("stage").map(UUID.class::cast).orElse(null), stage, roles::isHeld);
            case DEVIATION -> way.toReach(stage, roles::isHeld);
            default -> Optional.empty();
        };
    }

    private void refuse(Opportunity opportunity, Obstacle obstacle) {
        throw new Refusal(
                obstacle == Obstacle.OTHER_ROLES ? SalesErrorCode.MOVE_OF_OTHER_ROLES : SalesErrorCode.MOVE_REFUSED,
                Map.of(
                        "name",
                        opportunity
                                .kind()
                                .flatMap(kinds::withId)
                                .map(Kind::name)
                                .orElse("")),
                List.of(new FieldError("stage", obstacle.code(), "sales.violation." + obstacle.code())));
    }

    private static void need(
            String field, String objection, Change change, Opportunity opportunity, Violations violations) {
        boolean isNobodysWish =
                opportunity.passage() == Passage.CORRECTION || opportunity.passage() == Passage.MIGRATION;
        if (isNobodysWish || (change.created() && change.historical())) {
            return;
        }
        boolean isTold =
                violations.errors().stream().anyMatch(error -> error.field().equals(field));
        if (!isTold) {
            violations.reject(field, "required", "sales.violation." + objection);
        }
    }

    /** Refuses winning from where the kind does not allow it (S-KIND-05). */
    void requireWinnable(Opportunity opportunity) {
        if (isManaged()) {
            course(opportunity)
                    .flatMap(way -> way.toWin(opportunity.stage().orElse(null)))
                    .ifPresent(obstacle -> refuse(opportunity, obstacle));
        }
    }

    /** The probability that where it stands implies. */
    int probability(Opportunity opportunity, OpportunityStatus status) {
        Optional<Stage> stage = isManaged() ? opportunity.stage().flatMap(kinds::stage) : Optional.empty();
        return stage.filter(current -> current.status().equals(status.id()))
                .map(Stage::probability)
                .orElse(status.probability());
    }

    /** Notes the moment it came to where it is, and when it will be stale there (S-KIND-22). */
    void settle(Opportunity opportunity, Change change, Instant now) {
        boolean isMoved = change.created() || change.touches("stage") || change.touches("status");
        if (isMoved && isOpen(opportunity)) {
            LocalDate today = LocalDate.ofInstant(now, tenant.timeZone());
            Optional<LocalDate> staleFrom = course(opportunity)
                    .flatMap(way -> way.staleAfterDays(opportunity.stage().orElse(null)))
                    .map(days -> today.plusDays(days + 1L));
            opportunity.movedAt(now, staleFrom.orElse(null));
        }
    }
}
