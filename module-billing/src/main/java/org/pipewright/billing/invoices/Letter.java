package org.pipewright.billing.invoices;

import org.pipewright.platform.spi.records.Field;

/**
 * A mail to a customer.
 *
 * @param to address it goes to
 * @param message what it says above all else
 */
public record Letter(
        @Field(required = true, format = Field.Format.EMAIL) String to,

        @Field(format = Field.Format.MULTILINE, max = 4000) String message) {}
