package org.pipewright.platform.firststeps;

import java.util.List;

/**
 * The first steps as one member sees them.
 *
 * @param dismissed whether the member has put the list away
 * @param steps in order
 */
public record FirstStepsView(boolean dismissed, List<Step> steps) {

    /**
     * One step.
     *
     * @param step its name
     * @param done whether it was done, by what happened or because somebody said so
     */
    public record Step(String step, boolean done) {}
}
