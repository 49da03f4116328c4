package org.pipewright.territories.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * In which territory a record is, and why.
 *
 * @param territory it is in; null for none
 * @param since when it is there
 * @param ground why it is there
 * @param candidates in which it could be, in the order in which they come first
 * @param moves the latest hundred, the last one first
 * @param pin what holds it there; null for nothing
 * @param handing what became of it when it was new and nobody's; null if nobody was to get it
 */
public record AssignmentView(
        Named territory,
        Instant since,
        Ground ground,
        List<Candidacy> candidates,
        List<MoveView> moves,
        PinView pin,
        HandingView handing) {

    /** A territory; what it is called is null for those who may not see it. */
    public record Named(UUID id, String title) {}

    /**
     * A territory in which the record could be.
     *
     * @param priority 1 is first; null for last
     * @param depth how many territories it is part of
     */
    public record Candidacy(Named territory, Integer priority, int depth) {}

    /** Where the record is held whatever the rules say, in no territory if that is null, and until when, for good if null. */
    public record PinView(Named territory, String reason, LocalDate until, UUID by, Instant at) {}

    /**
     * To whom a territory gave the record.
     *
     * @param member who got it; null for nobody
     */
    public record HandingView(Named territory, Named member, Handing.Result result, Instant at) {}

    /**
     * A move from a territory to another; null for none.
     *
     * @param rule which wanted it; null if none did, or somebody decided it
     * @param reason given by who decided it; null if a rule did, or none
     * @param by who decided it
     */
    public record MoveView(Named from, Named to, Instant at, String cause, RuleView rule, String reason, Named by) {}

    /**
     * A rule as it was when it moved a record.
     *
     * @param edition counted from the first one, each change makes another
     * @param by who made this edition; null for nobody
     */
    public record RuleView(String criteria, int edition, Named by, Instant at) {}
}
