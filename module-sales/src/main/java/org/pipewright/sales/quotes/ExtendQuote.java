package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;

/** Lets the customer accept for longer, for a reason (S-QUO-10). */
@ApplicationScoped
class ExtendQuote extends QuoteVerb<ExtendQuote.Extension> {

    /**
     * How long.
     *
     * @param validUntil last day on which it can be accepted
     * @param reason why
     */
    record Extension(
            @Field(required = true) LocalDate validUntil,

            @Field(required = true, format = Field.Format.MULTILINE, max = 4000)
            String reason) {}

    @Inject
    CurrentTenant tenant;

    ExtendQuote() {
        super("extend", QuoteStatus.SENT, QuoteStatus.EXPIRED);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Quote quote, ExtendQuote.Extension input) {
        if (input.validUntil().isBefore(tenant.today())) {
            throw Refusal.of(SalesErrorCode.QUOTE_OVER);
        }
        quote.extend(input.validUntil(), input.reason());
    }
}
