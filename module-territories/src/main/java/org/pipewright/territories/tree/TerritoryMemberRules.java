package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.territories.TerritoriesErrorCode;

/** Nobody works in a territory twice. */
@ApplicationScoped
class TerritoryMemberRules implements RecordReaction<TerritoryMember> {

    @Inject
    Parts parts;

    @Override
    public void written(List<Written<TerritoryMember>> writes) {
        writes.stream().map(write -> write.record().territory()).distinct().forEach(this::requireDifferent);
    }

    private void requireDifferent(UUID territory) {
        List<TerritoryMember> members = parts.of(TerritoryMember.class, territory);
        long people = members.stream().map(TerritoryMember::member).distinct().count();
        if (people < members.size()) {
            throw new Refusal(
                    TerritoriesErrorCode.MEMBER_TWICE,
                    Map.of(),
                    List.of(new FieldError("member", "duplicate", "territories.violation.member-twice")));
        }
    }
}
