package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.TerritoriesModule;

/** Nobody works in a territory twice, and only those who may do so give others access to its records. */
@ApplicationScoped
class TerritoryMemberRules implements RecordReaction<TerritoryMember> {

    @Inject
    Parts parts;

    @Inject
    CurrentCaller caller;

    @Override
    public void written(List<Written<TerritoryMember>> writes) {
        if (writes.stream().anyMatch(TerritoryMemberRules::opens)
                && caller.level(TerritoriesModule.ACCESS, Action.USE) == Level.NONE) {
            throw Refusal.of(TerritoriesErrorCode.ACCESS_FORBIDDEN);
        }
        writes.stream().map(write -> write.record().territory()).distinct().forEach(this::requireDifferent);
    }

    /** Access that is there may be passed on to nobody else, nor be widened. */
    private static boolean opens(Written<TerritoryMember> write) {
        return write.record().access().isPresent()
                && Stream.of("access", "below", "member", "territory").anyMatch(write.change()::touches);
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
