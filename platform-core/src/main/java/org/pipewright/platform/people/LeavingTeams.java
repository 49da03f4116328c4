package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.RecordReaction;

/** Nobody belongs to a team in the bin: those who did are in the bin themselves. */
@ApplicationScoped
class LeavingTeams implements RecordReaction<Team> {

    @Inject
    MemberTeams memberTeams;

    @Override
    public void written(List<Written<Team>> writes) {
        // Who belongs to a team is not written with the team.
    }

    @Override
    public void binned(Team team) {
        memberTeams.isGone(team.id());
    }
}
