package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Field;

/** Notes that the customer accepted in another way than by the link, with the reason to believe so (S-QUO-02). */
@ApplicationScoped
class AcceptQuote extends QuoteVerb<AcceptQuote.Word> {

    /**
     * What is known of it.
     *
     * @param by who accepted
     * @param reason how it was told
     */
    record Word(
            @Field(required = true, max = 200) String by,

            @Field(required = true, format = Field.Format.MULTILINE, max = 4000)
            String reason) {}

    @Inject
    Decisions decisions;

    AcceptQuote() {
        super("accept", QuoteStatus.SENT);
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public void perform(Quote quote, AcceptQuote.Word input) {
        decisions.accept(
                quote, input.by(), new Decisions.Evidence(QuoteDecision.Kind.ACCEPTED, input.reason(), "", ""));
    }
}
