package org.pipewright.sales.quotes;

import org.pipewright.platform.spi.records.Field;

/** Why something is done. */
record Reason(
        @Field(required = true, format = Field.Format.MULTILINE, max = 4000)
        String reason) {}
