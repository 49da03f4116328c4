package org.pipewright.territories.balance;

import java.math.BigDecimal;
import org.pipewright.platform.spi.records.Workloads.Load;

/** What is evened out. */
public enum Measure {
    /** How many open records somebody has. */
    RECORDS,
    /** What they are worth. */
    VALUE,
    /** What they are worth by how likely they are. */
    WEIGHTED;

    BigDecimal of(Load load) {
        return switch (this) {
            case RECORDS -> BigDecimal.ONE;
            case VALUE -> load.value();
            case WEIGHTED -> load.weighted();
        };
    }
}
