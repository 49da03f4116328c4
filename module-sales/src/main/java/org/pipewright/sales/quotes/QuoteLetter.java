package org.pipewright.sales.quotes;

import java.util.UUID;
import org.pipewright.platform.spi.records.Field;

/**
 * The mail a quote goes out with.
 *
 * @param to address it goes to
 * @param alsoTo a party of its deal that gets one too
 * @param message in it
 */
record QuoteLetter(
        @Field(required = true, format = Field.Format.EMAIL) String to,

        @Field(references = "sales.party", offered = "opportunity=={opportunity};role.meaning!=COMPETITOR")
        UUID alsoTo,

        @Field(format = Field.Format.MULTILINE, max = 4000) String message) {}
