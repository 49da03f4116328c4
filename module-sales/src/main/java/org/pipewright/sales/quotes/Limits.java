package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.pipewright.platform.spi.documents.DocumentItem;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.terms.TermsOfSale;

/** Up to what a quote goes out without approval (S-QUO-11). */
@ApplicationScoped
class Limits {

    static final String DISCOUNT = "sales.quote-discount-limit";
    static final String AMOUNT = "sales.quote-amount-limit";
    static final String MARGIN = "sales.quote-margin-limit";

    private static final int DIGITS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Inject
    TenantSettings settings;

    @Inject
    Records records;

    /**
     * Refuses what needs approval: too much taken off the prices, too great an amount in the tenant's currency, or too
     * little that remains when the costs are paid, where these are known.
     */
    void requireWithin(Quote quote, List<QuoteLine> lines) {
        BigDecimal usual = BigDecimal.valueOf(settings.integer(DISCOUNT));
        BigDecimal most = quote.terms()
                .flatMap(id -> records.withId(TermsOfSale.class, id))
                .flatMap(TermsOfSale::discountLimit)
                .map(usual::min)
                .orElse(usual);
        int amount = settings.integer(AMOUNT);
        boolean great = amount > 0
                && quote.total().base().orElse(quote.total().amount()).compareTo(BigDecimal.valueOf(amount)) > 0;
        if (great || isPoor(quote) || off(quote, lines).compareTo(most) > 0) {
            throw Refusal.of(SalesErrorCode.APPROVAL_NEEDED);
        }
    }

    private boolean isPoor(Quote quote) {
        int least = settings.integer(MARGIN);
        return least > 0
                && quote.marginPercent()
                        .filter(margin -> margin.compareTo(BigDecimal.valueOf(least)) < 0)
                        .isPresent();
    }

    /** What line discounts and the document's take off the prices together, in percent. */
    static BigDecimal off(Quote quote, List<QuoteLine> lines) {
        List<DocumentItem> asked = lines.stream().map(QuoteLine::item).toList();
        BigDecimal full = quote.reckoning()
                .sums(
                        asked.stream().map(DocumentItem::atFullPrice).toList(),
                        org.pipewright.platform.spi.documents.Discount.NONE)
                .net();
        return full.signum() <= 0
                ? BigDecimal.ZERO
                : HUNDRED.multiply(
                        BigDecimal.ONE.subtract(quote.sums(lines).net().divide(full, DIGITS, RoundingMode.HALF_UP)));
    }
}
