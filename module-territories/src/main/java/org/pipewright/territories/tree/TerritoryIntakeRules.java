package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.territories.TerritoriesErrorCode;

/** A territory says once for each type that can be in it who gets new records. */
@ApplicationScoped
class TerritoryIntakeRules implements RecordRules<TerritoryIntake>, RecordReaction<TerritoryIntake> {

    @Inject
    Assignables assignables;

    @Inject
    Parts parts;

    @Override
    public Class<TerritoryIntake> type() {
        return TerritoryIntake.class;
    }

    @Override
    public void check(TerritoryIntake intake, Change change, Violations violations) {
        if (intake.recordType() != null
                && assignables.types().stream().noneMatch(type -> type.name().equals(intake.recordType()))) {
            violations.reject("recordType", "invalid", "territories.violation.record-type");
        }
    }

    @Override
    public void written(List<Written<TerritoryIntake>> writes) {
        writes.stream().map(write -> write.record().territory()).distinct().forEach(this::requireDifferent);
    }

    private void requireDifferent(UUID territory) {
        List<TerritoryIntake> intakes = parts.of(TerritoryIntake.class, territory);
        long types =
                intakes.stream().map(TerritoryIntake::recordType).distinct().count();
        if (types < intakes.size()) {
            throw new Refusal(
                    TerritoriesErrorCode.INTAKE_TWICE,
                    Map.of(),
                    List.of(new FieldError("recordType", "duplicate", "territories.violation.intake-twice")));
        }
    }
}
