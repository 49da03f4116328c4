package org.pipewright.territories.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.pipewright.territories.assignment.Sum;

/**
 * How much work the open records of a territory make.
 *
 * @param valued whether records of the type have a value
 * @param members those who work in it
 * @param others what others have, or nobody
 * @param spread what the one with most has as a multiple of the average of those who are there
 */
public record BalanceView(boolean valued, List<Share> members, Share others, Spread spread) {

    /**
     * What somebody has.
     *
     * @param member null for others together
     * @param present whether the member can be given work today
     * @param activities to be done about these records
     */
    public record Share(Person member, boolean present, int records, Sum value, Sum weighted, int activities) {}

    /** Somebody; the name is null for those who may not see it. */
    public record Person(UUID id, String title) {}

    /** By each measure; null where there is nothing to share. */
    public record Spread(BigDecimal records, BigDecimal value, BigDecimal weighted) {}

    /**
     * What would even work out; nothing is moved by telling it.
     *
     * @param before spread as it is
     * @param after spread once the moves were made
     */
    public record Suggestion(BigDecimal before, BigDecimal after, List<MoveView> moves) {}

    /** A record that would go from one to another. */
    public record MoveView(UUID record, Person from, Person to) {}

    /**
     * What became of moves.
     *
     * @param moved how many were made
     * @param left records that stayed whose they are: they are held, closed, or somebody else's meanwhile
     */
    public record Moved(int moved, List<UUID> left) {}
}
