package org.pipewright.sales.kinds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.SalesErrorCode;

/** The stages of kinds: those of a standard sale stand firm once it is allowed or used (S-KIND-04). */
@ApplicationScoped
class KindStageRules implements RecordRules<KindStage> {

    @Inject
    Kinds kinds;

    @Inject
    RoleNames roles;

    @Inject
    Staleness staleness;

    @Override
    public void check(KindStage entry, Change change, Violations violations) {
        Optional<Kind> kind = Optional.ofNullable(entry.kind()).flatMap(kinds::withId);
        kind.filter(of -> !of.hasStages())
                .ifPresent(of -> violations.reject("kind", "no-stages", "sales.violation.no-stages"));
        if (!change.created()) {
            Stream.of("kind", "stage")
                    .filter(change::touches)
                    .forEach(field -> violations.reject(field, "read-only", "core.violation.read-only"));
        }
        if (change.created() || change.touches("position")) {
            kind.ifPresent(this::requireLoose);
        }
        if (entry.roles().stream().anyMatch(role -> !roles.exists(role))) {
            violations.reject("roles", "not-found", "sales.violation.unknown-role");
        }
    }

    private void requireLoose(Kind kind) {
        if (kind.type() == Kind.Type.STANDARD && (kind.isAllowed() || kinds.dealsOf(kind.id()) > 0)) {
            throw Refusal.of(SalesErrorCode.STAGES_FIXED, kind.name());
        }
    }

    @Override
    public void derive(KindStage entry, Change change) {
        entry.fillGaps(kinds.end(KindStage.class));
        kinds.stage(entry.stage()).ifPresent(entry::nameAs);
    }

    @Override
    public void written(KindStage entry, Change change) {
        if (!change.created() && change.touches("staleAfterDays")) {
            staleness.reckon(entry.kind());
        }
    }

    @Override
    public void requireDeletable(KindStage entry) {
        kinds.withId(entry.kind()).ifPresent(this::requireLoose);
        if (kinds.openDealsIn(entry.kind(), entry.stage()) > 0) {
            throw Refusal.of(
                    SalesErrorCode.ENTRY_IN_USE,
                    kinds.stage(entry.stage()).map(Stage::name).orElse(""));
        }
    }
}
