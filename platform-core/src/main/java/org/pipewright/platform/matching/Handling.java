package org.pipewright.platform.matching;

/** What follows when a rule finds that a record is like another (S-DUP-02). */
public enum Handling {
    /** Nothing: the rule is not applied. */
    OFF,
    /** It is told. */
    WARN,
    /** The record is made, and stands in the work list with the one it is like. */
    LINK,
    /** The record is refused. */
    BLOCK
}
