package org.pipewright.platform.spi.money;

import org.pipewright.platform.spi.records.Field;

/**
 * Into which currency a record is put, and what becomes of its numbers: the input of {@link ExchangingVerb} (S-CUR-07).
 *
 * @param currency ISO 4217 code
 * @param numbers whether they stay as they are or are converted
 */
public record CurrencyChoice(
        @Field(required = true, format = Field.Format.CURRENCY)
        String currency,

        @Field(required = true) Numbers numbers) {

    /** What becomes of the numbers. */
    public enum Numbers {
        /** The currency was wrong: they are worth something else then. */
        KEEP,
        /** They are worth the same, by the rates of the day. */
        CONVERT
    }
}
