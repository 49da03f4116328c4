package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.Bundles;
import org.pipewright.platform.spi.documents.Costs;
import org.pipewright.platform.spi.documents.DocumentLineRules;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.demand.AskedFor;
import org.pipewright.sales.totals.Totals;

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

    @Inject
    AskedFor asked;

    QuoteLineRules() {
        super(Quote.class);
    }

    /** A line made like another one answers what that one answered, if it is still asked for. */
    @Override
    public void prepare(QuoteLine line) {
        super.prepare(line);
        line.expect();
        if (line.isRenewed()
                && line.demandLine().isPresent()
                && !asked.isIn(line.demandLine().get(), deal(line))) {
            line.forgetDemand();
        }
    }

    private Optional<UUID> deal(QuoteLine line) {
        return quote(line).flatMap(Quote::opportunity);
    }

    @Override
    public void check(QuoteLine line, Change change, Violations violations) {
        super.check(line, change, violations);
        if (change.touches("demandLine")) {
            asked.require(line.demandLine(), deal(line), violations);
        }
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
        quote(line).ifPresent(quote -> line.earn(Totals.untaxed(quote, line)));
    }

    private Optional<Quote> quote(QuoteLine line) {
        return Optional.ofNullable(line.document()).flatMap(id -> records.withId(Quote.class, id));
    }
}
