package org.pipewright.platform.activities;

import java.time.LocalDate;
import org.pipewright.platform.spi.records.Field;

/**
 * What came of an activity and what comes next (S-ACT-04).
 *
 * @param result what came of it
 * @param nextStep subject of the task that follows
 * @param nextStepOn day by which that is to be done
 */
record Outcome(
        @Field(format = Field.Format.MULTILINE, max = 4000) String result,
        @Field String nextStep,
        @Field LocalDate nextStepOn) {}
