package org.pipewright.platform.spi.documents;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.Taxes;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Rules of the lines of one type of documents: extend it by an empty CDI bean.
 *
 * @param <D> type of the document
 * @param <L> type of its lines
 */
public abstract class DocumentLineRules<D extends DocumentRecord, L extends DocumentLine> implements RecordRules<L> {

    private static final String PRICE = "price";

    private final Class<D> documents;

    @Inject
    Records records;

    @Inject
    Exchange exchange;

    @Inject
    CurrentTenant tenant;

    @Inject
    Taxes taxes;

    protected DocumentLineRules(Class<D> documents) {
        this.documents = documents;
    }

    @Override
    public void prepare(L line) {
        Optional<JsonObject> product = line.product().flatMap(id -> records.seen("core.product", id));
        Optional<String> currency = document(line).map(DocumentRecord::currency);
        line.fillGaps(
                product.map(seen -> seen.getString("name")),
                product.map(seen -> seen.getString("unit", null)),
                product.filter(seen -> seen.get(PRICE) instanceof JsonObject)
                        .map(seen -> seen.getJsonObject(PRICE))
                        .flatMap(price -> currency.flatMap(into -> price(price, into))));
    }

    /** The price in the currency of the document; none while a rate is missing. */
    private Optional<BigDecimal> price(JsonObject price, String currency) {
        Money money = Money.of(new BigDecimal(price.getString("amount")), price.getString("currency"));
        return money.currency().equals(currency)
                ? Optional.of(money.amount())
                : exchange.exchanged(money, currency, tenant.today()).map(Money::amount);
    }

    @Override
    public void check(L line, Change change, Violations violations) {
        if (line.lacksTax()) {
            taxes.usual().ifPresent(line::taxedBy);
        }
        if (change.created() || change.touches("taxCode")) {
            chooseTax(line, violations);
        }
        line.fillTax();
        if (line.description().isEmpty()) {
            violations.missing("description", "core.violation.required");
        }
        if (line.unitPrice().isEmpty()) {
            violations.missing("unitPrice", "core.violation.required");
        }
        if (line.tax().category().isTaxed() != line.tax().rate().signum() > 0) {
            violations.reject("taxRate", "tax-rate", "core.violation.tax-rate");
        }
    }

    /** A tax code says category and rate; those of the day of delivery. */
    private void chooseTax(L line, Violations violations) {
        line.taxCode().ifPresent(code -> {
            Optional<Tax> tax = taxes.of(
                    code, document(line).flatMap(DocumentRecord::taxDay).orElse(tenant.today()));
            tax.ifPresentOrElse(line::taxed, () -> violations.reject("taxCode", "no-rate", "core.violation.no-rate"));
        });
    }

    @Override
    public void derive(L line, Change change) {
        prepare(line);
        document(line).ifPresent(document -> line.settle(document.reckoning()));
    }

    private Optional<D> document(L line) {
        return Optional.ofNullable(line.document()).flatMap(id -> records.withId(documents, id));
    }
}
