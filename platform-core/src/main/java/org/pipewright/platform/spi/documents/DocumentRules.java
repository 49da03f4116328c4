package org.pipewright.platform.spi.documents;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.taxes.Taxes;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Rules of the sums of one type of documents: extend it by a CDI bean with the rules of its own.
 *
 * @param <D> type of the document
 * @param <L> type of its lines
 */
public abstract class DocumentRules<D extends DocumentRecord, L extends DocumentLine> implements RecordRules<D> {

    /** Setting: whether prices of new documents are without tax. */
    public static final String PRICES = "core.documents.prices";
    /** Setting: when tax of new documents is rounded. */
    public static final String ROUNDING = "core.documents.tax-rounding";

    private static final String CURRENCY = "currency";

    private final Class<L> lines;

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    CurrentTenant tenant;

    @Inject
    TenantSettings settings;

    @Inject
    Prices prices;

    @Inject
    Taxes taxes;

    @Inject
    @Any
    Instance<ChangeOfCurrency<?, ?>> changes;

    protected DocumentRules(Class<L> lines) {
        this.lines = lines;
    }

    @Override
    public void prepare(D document) {
        if (!document.isReckoned()) {
            Optional<Prices.Basis> list = basis(document, document.chosenCurrency())
                    .or(() -> basis(document, Optional.of(tenant.currency())));
            document.fillGaps(new Reckoning(
                    list.map(Prices.Basis::currency).orElse(tenant.currency()),
                    list.map(Prices.Basis::prices).orElse(PriceBasis.valueOf(settings.text(PRICES))),
                    TaxRounding.valueOf(settings.text(ROUNDING))));
        }
    }

    private Optional<Prices.Basis> basis(D document, Optional<String> currency) {
        return prices.basis(document.priceList(), document.account(), currency);
    }

    @Override
    public void check(D document, Change change, Violations violations) {
        prepare(document);
        BigDecimal off = document.discount().amount();
        if (off.stripTrailingZeros().scale() > Money.decimals(document.currency())) {
            violations.reject("discountAmount", "too-precise", "core.violation.too-precise");
        }
        if (change.touches("discountAmount")
                && document.sums(linesOf(document)).payable().signum() < 0) {
            violations.reject("discountAmount", "out-of-range", "core.violation.out-of-range");
        }
        if (isCalledOtherwise(document, change)) {
            requireAsked(document, violations);
        }
    }

    /** Whether it is in another currency and nobody said what becomes of its numbers. */
    private static boolean isCalledOtherwise(DocumentRecord document, Change change) {
        return !change.created() && change.touches(CURRENCY) && !document.isExchanged();
    }

    /** Whoever puts a document with numbers into another currency is asked what becomes of them (S-CUR-07). */
    private void requireAsked(D document, Violations violations) {
        changes.stream()
                .filter(each -> each.type() == type())
                .filter(each -> isOffered(each, document))
                .filter(each -> document.discount().amount().signum() != 0
                        || !linesOf(document).isEmpty())
                .forEach(each -> violations.rejectForVerb(CURRENCY, each.name(), "core.violation.change-currency"));
    }

    @SuppressWarnings("unchecked")
    private boolean isOffered(ChangeOfCurrency<?, ?> change, D document) {
        return ((ChangeOfCurrency<D, L>) change).offered(document);
    }

    @Override
    public void derive(D document, Change change) {
        document.settle(linesOf(document));
    }

    /** Lines are in the currency of the document, and have the rates of its tax day. */
    @Override
    public void written(D document, Change change) {
        if (!change.created() && document.taxDayFields().stream().anyMatch(change::touches)) {
            rate(document, document.taxDay().orElse(tenant.today()));
        }
        if (isCalledOtherwise(document, change)) {
            parts.change(linesOf(document), line -> line.exchange(UnaryOperator.identity()));
        }
    }

    /** Gives lines the rates their tax codes have on the day; a rate that somebody typed stays (S-TAX-01). */
    public void rate(D document, LocalDate day) {
        for (L line : linesOf(document)) {
            line.taxCode()
                    .filter(code -> taxes.isBy(code, line.tax()))
                    .flatMap(code -> taxes.of(code, day))
                    .filter(tax -> !tax.sameRow(line.tax()))
                    .ifPresent(tax -> records.change(line, changed -> changed.taxed(tax)));
        }
    }

    private List<L> linesOf(D document) {
        return document.id() == null ? List.of() : parts.of(lines, document.id());
    }
}
