package org.pipewright.platform.spi.documents;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.taxes.TaxRules;
import org.pipewright.platform.spi.taxes.Taxes;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Wording;

/**
 * Rules of the lines of one type of documents: extend it by an empty CDI bean.
 *
 * @param <D> type of the document
 * @param <L> type of its lines
 */
public abstract class DocumentLineRules<D extends DocumentRecord, L extends DocumentLine> implements RecordRules<L> {

    private static final String UNIT_PRICE = "unitPrice";
    private static final String TAX_CODE = "taxCode";
    private static final String RECURRENCE = "recurrence";

    private final Class<D> documents;

    @Inject
    Records records;

    @Inject
    Prices prices;

    @Inject
    CurrentTenant tenant;

    @Inject
    Taxes taxes;

    @Inject
    TaxRules rules;

    @Inject
    Imprints imprints;

    @Inject
    Wording wording;

    protected DocumentLineRules(Class<D> documents) {
        this.documents = documents;
    }

    @Override
    public void prepare(L line) {
        Optional<JsonObject> product = line.product().flatMap(id -> records.seen("core.product", id));
        line.fillGaps(
                product.map(seen -> seen.getString("name")),
                product.filter(seen -> line.unit().isEmpty()).flatMap(this::unitOf));
        document(line).ifPresent(document -> {
            tax(line, document);
            if (line.unitPrice().isEmpty()) {
                line.priced(listed(line, document), false);
            }
        });
    }

    /** In what the product is measured, unless that is given to nothing new. */
    private Optional<UUID> unitOf(JsonObject product) {
        return product.get("unit") instanceof JsonObject unit
                ? Optional.of(UUID.fromString(unit.getString("id"))).filter(this::isOffered)
                : Optional.empty();
    }

    private boolean isOffered(UUID unit) {
        return records.seen("core.unit", unit)
                .filter(seen -> seen.getBoolean("active"))
                .isPresent();
    }

    private void tax(L line, D document) {
        if (line.lacksTax()) {
            choice(line, document).ifPresent(line::taxedBy);
        }
        if (line.lacksTax()) {
            line.taxed(outsideTheScope());
        }
        if (line.lacksRate()) {
            line.taxCode().flatMap(code -> taxes.of(code, day(document))).ifPresent(line::taxed);
        }
    }

    /** Where no tax is set up, nobody should have to say why there is none (S-TAX-06). */
    private Tax outsideTheScope() {
        String reason = wording.text(imprints.now().language(), "core.tax-code.exemption.O");
        return new Tax(TaxCategory.O, BigDecimal.ZERO, Optional.of(reason));
    }

    /** The code that rules choose (S-TAX-02). */
    private Optional<TaxRules.Choice> choice(L line, D document) {
        return rules.choice(document.account(), line.product());
    }

    /** A code that a rule chose follows the product until somebody chooses another. */
    private void chooseCode(L line, Change change) {
        document(line).ifPresent(document -> {
            boolean follows = line.isTaxedByRule() && change.touches("product") && !change.touches(TAX_CODE);
            if (line.lacksTax() || follows) {
                choice(line, document).ifPresent(line::taxedBy);
            } else if (change.created() ? !line.isTaxedByRule() : change.touches(TAX_CODE)) {
                line.explainTax(choice(line, document));
            }
        });
    }

    private LocalDate day(D document) {
        return document.taxDay().orElse(tenant.today());
    }

    /** The price that lists and the product say (S-PROD-02). */
    private Optional<ListedPrice> listed(L line, D document) {
        return line.product()
                .flatMap(product -> prices.of(new PriceQuestion(
                        product,
                        line.quantity(),
                        document.priceDay().orElse(tenant.today()),
                        document.currency(),
                        document.reckoning().prices(),
                        line.tax(),
                        document.priceList(),
                        document.account())));
    }

    /** A price follows product and quantity until somebody types one; a line made like another keeps its source. */
    private void price(L line, Change change) {
        boolean asked = change.created()
                ? !line.isListed()
                : change.touches("product") || change.touches("quantity") || change.touches(UNIT_PRICE);
        if (asked) {
            boolean typed = change.touches(UNIT_PRICE) || !line.isListed();
            document(line).ifPresent(document -> line.priced(listed(line, document), typed));
        }
        if (change.created() || change.touches("product")) {
            line.recurs(line.product()
                    .flatMap(id -> records.seen("core.product", id))
                    .map(product -> product.getString(RECURRENCE, null))
                    .map(Recurrence::valueOf));
        }
    }

    @Override
    public void check(L line, Change change, Violations violations) {
        Optional<UUID> before = line.taxCode();
        chooseCode(line, change);
        if (change.created() || change.touches(TAX_CODE) || !line.taxCode().equals(before)) {
            chooseTax(line, violations);
        }
        line.fillTax();
        if (line.quantity() != null) {
            price(line, change);
        }
        if (line.description().isEmpty()) {
            violations.missing("description", "core.violation.required");
        }
        if (line.unitPrice().isEmpty()) {
            violations.missing(UNIT_PRICE, "core.violation.required");
        }
        if (line.tax().category().isTaxed() != line.tax().rate().signum() > 0) {
            violations.reject("taxRate", "tax-rate", "core.violation.tax-rate");
        }
    }

    /** A tax code says category and rate; those of the day of delivery. */
    private void chooseTax(L line, Violations violations) {
        line.taxCode().ifPresent(code -> {
            Optional<Tax> tax = taxes.of(code, document(line).map(this::day).orElse(tenant.today()));
            tax.ifPresentOrElse(line::taxed, () -> violations.reject(TAX_CODE, "no-rate", "core.violation.no-rate"));
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
