package org.pipewright.deploy.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void shortensAnEntryToLevelAndMessage() {
        String line = "{\"Timestamp\":\"2026-01-01\",\"Level\":\"SEVERE\",\"LogMessage\":\"It broke\\n\"}";

        assertThat(LogLine.readable(line)).isEqualTo("SEVERE It broke");
    }

    @Test
    void leavesOtherLinesAsTheyAre() {
        assertThat(LogLine.readable("{half an entry")).isEqualTo("{half an entry");
        assertThat(LogLine.readable("plain")).isEqualTo("plain");
    }
}
