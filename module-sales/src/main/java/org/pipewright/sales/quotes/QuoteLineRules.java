package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.Bundles;
import org.pipewright.platform.spi.documents.Costs;
import org.pipewright.platform.spi.documents.DocumentLineRules;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Rules of the lines of quotes. */
@ApplicationScoped
class QuoteLineRules extends DocumentLineRules<Quote, QuoteLine> {

    private static final String UNIT_COST = "unitCost";

    @Inject
    Records records;

    @Inject
    Bundles bundles;

    @Inject
    Costs costs;

    @Inject
    CurrentTenant tenant;

    QuoteLineRules() {
        super(Quote.class);
    }

    @Override
    public void check(QuoteLine line, Change change, Violations violations) {
        super.check(line, change, violations);
        if (!line.fitsLimits()) {
            violations.reject("quantity", "out-of-range", "core.violation.out-of-range");
        }
        boolean unknown = change.created() && !line.hasCost();
        if (unknown || !change.created() && change.touches("product") && !change.touches(UNIT_COST)) {
            line.cost(line.product().flatMap(product -> cost(product, line)));
        }
    }

    /** Of a bundle, the lines for what it consists of say what that costs. */
    private Optional<BigDecimal> cost(UUID product, QuoteLine line) {
        return bundles.of(product).isEmpty()
                ? quote(line)
                        .flatMap(quote -> costs.of(
                                product, quote.currency(), quote.priceDay().orElse(tenant.today())))
                : Optional.of(BigDecimal.ZERO);
    }

    @Override
    public void derive(QuoteLine line, Change change) {
        super.derive(line, change);
        quote(line).ifPresent(quote -> line.earn(net(quote, line)));
    }

    private static BigDecimal net(Quote quote, QuoteLine line) {
        BigDecimal amount = line.amount().amount();
        return quote.reckoning().prices() == PriceBasis.NET
                ? amount
                : amount.divide(BigDecimal.ONE.add(line.tax().share()), MathContext.DECIMAL64);
    }

    private Optional<Quote> quote(QuoteLine line) {
        return Optional.ofNullable(line.document()).flatMap(id -> records.withId(Quote.class, id));
    }
}
