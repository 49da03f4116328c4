package org.pipewright.platform.spi.records;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.UUID;

/**
 * A record with one owner and one owning team, to which the levels own and team refer (S-ROLE-09). Owner and team
 * default to the creator and the creator's main team; changing them needs the action assign.
 */
@MappedSuperclass
public abstract class OwnedRecord extends CrmRecord {

    @Column(name = "owner_id")
    private UUID owner;

    @Column(name = "team_id")
    private UUID team;

    @Transient
    private boolean unclaimed;

    @Transient
    private boolean given;

    /** Member who owns the record; may be null in the queue of unassigned records. */
    public UUID owner() {
        return owner;
    }

    /** Team the record belongs to; may be null. */
    public UUID team() {
        return team;
    }

    /** Gives the record to a member and a team. */
    public void assignTo(UUID newOwner, UUID newTeam) {
        owner = newOwner;
        team = newTeam;
        given = newOwner != null;
    }

    /** Called by the core for a new record that is its maker's because nobody said whose it is. */
    public final void fallTo(UUID maker, UUID itsTeam) {
        owner = maker;
        team = itsTeam;
        unclaimed = true;
    }

    /** Whether nobody said whose the new record is: rules may give it to anybody, or to a queue (S-LEAD-10). */
    public final boolean isUnclaimed() {
        return unclaimed;
    }

    /** Whether no rule has given it to anybody either: it is its maker's, or nobody's, until something else decides. */
    public final boolean isLeft() {
        return unclaimed && !given;
    }
}
