package org.pipewright.sales.kinds;

/** Why the rules of a kind refuse a move. */
public enum Obstacle {
    /** Stages in between would be left out (S-KIND-04). */
    SKIPS,
    /** The stage lies behind (S-KIND-06). */
    GOES_BACK,
    /** No deal starts there (S-KIND-08). */
    NO_START,
    /** Only other roles move deals there (S-KIND-08). */
    OTHER_ROLES,
    /** A standard sale is won from its last stage (S-KIND-05). */
    NOT_LAST;

    /** Stable code in REST. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
