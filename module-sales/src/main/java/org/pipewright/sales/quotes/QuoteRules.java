package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.pipewright.platform.spi.documents.DocumentRules;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.blocks.TextBlocks;
import org.pipewright.sales.letters.LanguageOfCustomers;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.terms.TermsOfSale;

/** Rules of quotes. */
@ApplicationScoped
class QuoteRules extends DocumentRules<Quote, QuoteLine> {

    static final String DAYS_VALID = "sales.quote-days-valid";

    /** What colleagues arrange among themselves whatever has become of the quote. */
    private static final Set<String> INTERNAL = Set.of("owner", "team", "note");

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Inject
    TenantSettings settings;

    @Inject
    QuotesOfDeal quotes;

    @Inject
    TextBlocks blocks;

    @Inject
    LanguageOfCustomers languages;

    QuoteRules() {
        super(QuoteLine.class);
    }

    @Override
    public void prepare(Quote quote) {
        quote.opportunity().flatMap(id -> records.withId(Opportunity.class, id)).ifPresent(quote::follow);
        quote.terms().flatMap(id -> records.withId(TermsOfSale.class, id)).ifPresent(quote::agree);
        quote.template()
                .flatMap(id -> records.withId(QuoteTemplate.class, id))
                .ifPresent(template -> quote.begin(template, tenant.today()));
        quote.date(tenant.today(), settings.integer(DAYS_VALID));
        quote.speak(() -> languages.of(quote.contact()));
        quote.say(() -> blocks.introduction(quote.language()), () -> blocks.conditions(quote.language()));
        super.prepare(quote);
    }

    @Override
    public void check(Quote quote, Change change, Violations violations) {
        if (!change.created() && change.touches("terms")) {
            quote.agreeAnew(change.touches("priceList"), change.touches("paymentDays"));
        }
        super.check(quote, change, violations);
        quote.date(tenant.today(), settings.integer(DAYS_VALID));
        quote.speak(() -> languages.of(quote.contact()));
        if (!change.created() && change.touches("template")) {
            violations.reject("template", "fixed", "core.violation.fixed");
        }
        if (quote.endsBeforeItBegins()) {
            violations.reject("validUntil", "before-begin", "core.violation.before-begin");
        }
        if (violations.errors().isEmpty()) {
            requireUnlocked(quote, change);
            requireOpenDeal(quote, change);
        }
    }

    /** What was approved or sent is not changed behind anybody's back (S-QUO-05, S-QUO-11). */
    private static void requireUnlocked(Quote quote, Change change) {
        if (change.created() || quote.isMovedNow() || INTERNAL.containsAll(change.fields())) {
            return;
        }
        if (!quote.status().isEditable()) {
            throw Refusal.of(SalesErrorCode.QUOTE_LOCKED);
        }
    }

    /** A closed deal gets no documents (S-QUO-04, S-CLOSE-04). */
    private void requireOpenDeal(Quote quote, Change change) {
        boolean told = change.created() || change.touches("opportunity");
        boolean closed = told
                && quote.opportunity()
                        .flatMap(id -> records.withId(Opportunity.class, id))
                        .filter(Opportunity::isClosed)
                        .isPresent();
        if (closed) {
            throw Refusal.of(SalesErrorCode.OPPORTUNITY_CLOSED);
        }
    }

    @Override
    public void written(Quote quote, Change change) {
        super.written(quote, change);
        if (change.created()) {
            quotes.leadIfFirst(quote);
        }
    }

    @Override
    public void requireDeletable(Quote quote) {
        if (quote.status() != QuoteStatus.DRAFT) {
            throw Refusal.of(SalesErrorCode.QUOTE_LOCKED);
        }
    }
}
