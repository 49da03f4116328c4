package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Field;

/** Notes that the customer rejected it (S-QUO-08). */
@ApplicationScoped
class RejectQuote extends QuoteVerb<RejectQuote.Word> {

    /**
     * What is known of it.
     *
     * @param by who rejected
     * @param reason why
     */
    record Word(
            @Field(required = true, max = 200) String by,

            @Field(required = true, format = Field.Format.MULTILINE, max = 4000)
            String reason) {}

    @Inject
    Decisions decisions;

    RejectQuote() {
        super("reject", QuoteStatus.SENT);
    }

    @Override
    public void perform(Quote quote, RejectQuote.Word input) {
        decisions.reject(
                quote, input.by(), new Decisions.Evidence(QuoteDecision.Kind.REJECTED, input.reason(), "", ""));
    }
}
