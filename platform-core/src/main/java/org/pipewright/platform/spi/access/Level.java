package org.pipewright.platform.spi.access;

/** How far a right reaches, weakest first (S-ROLE-04). */
public enum Level {
    NONE,
    /** Records the person owns. */
    OWN,
    /** Also records of the person's teams. */
    TEAM,
    /** Also records of the teams below the person's teams. */
    TEAM_AND_BELOW,
    /** Every record of the tenant. */
    TENANT;

    /** The wider of two levels: several roles of a person are joined by "or". */
    public Level or(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
