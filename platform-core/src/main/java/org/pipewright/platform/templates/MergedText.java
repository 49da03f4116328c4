package org.pipewright.platform.templates;

import java.util.List;

/**
 * A template filled with values of a record.
 *
 * @param text what came of it
 * @param warnings places that stayed empty
 */
public record MergedText(String text, List<Warning> warnings) {

    /** Why a place stayed empty. */
    public enum Reason {
        /** The record has no such field. */
        UNKNOWN,
        /** The caller may not see the field. */
        HIDDEN,
        /** There is no value. */
        EMPTY
    }

    /**
     * A place that stayed empty.
     *
     * @param place as the template names it
     * @param reason why
     */
    public record Warning(String place, Reason reason) {}
}
