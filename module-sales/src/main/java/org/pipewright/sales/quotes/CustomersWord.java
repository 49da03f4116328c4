package org.pipewright.sales.quotes;

import org.pipewright.platform.spi.records.Field;

/**
 * What the customer said in another way than by the link.
 *
 * @param by who said it
 * @param reason why, or how it was told
 */
record CustomersWord(
        @Field(required = true, max = 200) String by,

        @Field(required = true, format = Field.Format.MULTILINE, max = 4000)
        String reason) {}
