package org.pipewright.sales.letters;

import org.pipewright.platform.spi.records.Field;

/**
 * The mail a paper goes out with.
 *
 * @param to address it goes to
 * @param message in it
 */
public record Letter(
        @Field(required = true, format = Field.Format.EMAIL) String to,

        @Field(format = Field.Format.MULTILINE, max = 4000) String message) {}
