package org.pipewright.platform.spi.activities;

/**
 * What an activity is at heart, whatever a tenant calls its kinds: it decides which states the activity goes through
 * (S-ACT-01).
 */
public enum ActivityForm {
    TASK,
    CALL,
    MEETING,
    EMAIL,
    NOTE,
    /** A planned interaction whose way is still open. */
    INTERACTION,
    MESSAGE;

    /** Whether two sides meet at a time, so that it is held or not. */
    public boolean isHeld() {
        return this == CALL || this == MEETING || this == INTERACTION;
    }

    /** Whether it is something written, which may come in and wait for an answer. */
    public boolean isWritten() {
        return this == EMAIL || this == MESSAGE;
    }
}
