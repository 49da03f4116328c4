package org.pipewright.platform.forms;

import java.util.Map;

/**
 * A form somebody filled in.
 *
 * @param token of the opened form
 * @param answers what was typed, by question
 * @param agreed whether the box of the consent is ticked
 * @param trap what stands in the field that people do not see
 * @param facts how the person came, by name
 */
record Filled(String token, Map<String, String> answers, boolean agreed, String trap, Map<String, String> facts) {

    /** Only robots fill in what cannot be seen. */
    boolean isOfRobot() {
        return trap != null && !trap.isBlank();
    }
}
