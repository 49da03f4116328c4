package org.pipewright.sales.kinds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.SalesErrorCode;

/** Kinds: the type is fixed once used, and nothing without stages that needs them is allowed (S-KIND-02). */
@ApplicationScoped
class KindRules implements RecordRules<Kind> {

    @Inject
    Kinds kinds;

    @Inject
    Records records;

    @Inject
    Staleness staleness;

    @Inject
    RoleNames roles;

    @Override
    public void check(Kind kind, Change change, Violations violations) {
        boolean hasSteps = !change.created() && !kinds.stagesOf(kind.id()).isEmpty();
        if (!change.created() && change.touches("type") && kinds.dealsOf(kind.id()) > 0) {
            throw new Refusal(
                    SalesErrorCode.KIND_IN_USE,
                    Map.of("name", kind.name()),
                    List.of(new FieldError("type", "in-use", "sales.violation.in-use")));
        }
        if (kind.type() == Kind.Type.OTHER && hasSteps) {
            violations.reject("type", "has-stages", "sales.violation.has-stages");
        }
        if (kind.isAllowed() && kind.type() != null && kind.hasStages() && !hasSteps) {
            violations.reject("allowed", "no-stages", "sales.violation.kind-without-stages");
        }
        if (kind.roles().stream().anyMatch(role -> !roles.exists(role))) {
            violations.reject("roles", "not-found", "sales.violation.unknown-role");
        }
    }

    @Override
    public void derive(Kind kind, Change change) {
        kind.fillGaps(kinds.end(Kind.class));
    }

    /** There is one preferred kind for each team, and one for everybody. */
    @Override
    public void written(Kind kind, Change change) {
        if (kind.isPreferred() && (change.touches("preferred") || change.touches("team"))) {
            kinds.preferred().stream()
                    .filter(other ->
                            !other.id().equals(kind.id()) && other.team().equals(kind.team()))
                    .forEach(other -> records.change(other, Kind::stepBack));
        }
        if (!change.created() && change.touches("staleAfterDays")) {
            staleness.reckon(kind.id());
        }
    }

    @Override
    public void requireDeletable(Kind kind) {
        if (kinds.dealsOf(kind.id()) > 0) {
            throw Refusal.of(SalesErrorCode.ENTRY_IN_USE, kind.name());
        }
    }
}
