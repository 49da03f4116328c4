package org.pipewright.platform.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.documents.Bundles;
import org.pipewright.platform.spi.documents.ListedPrice;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.documents.PriceQuestion;
import org.pipewright.platform.spi.documents.Prices;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.texts.Wording;

/**
 * Looks for a price in the lists that hold for a document, each with those above it, and then takes the product's own
 * (S-PROD-02).
 */
@ApplicationScoped
class PricesOfTenant implements Prices {

    private static final int DECIMALS = 4;

    @Inject
    PriceLists lists;

    @Inject
    Bundles bundles;

    @Inject
    Sql sql;

    @Inject
    Exchange exchange;

    @Inject
    Wording wording;

    @Inject
    CallerBinding callers;

    @Override
    public Optional<ListedPrice> of(PriceQuestion question) {
        return product(question.product())
                .flatMap(product -> (product.isSummed() ? sum(question) : Optional.<ListedPrice>empty())
                        .or(() -> single(product, question)));
    }

    /** What the parts of a bundle cost together; none if one of them has no price, or there are none (S-PROD-08). */
    private Optional<ListedPrice> sum(PriceQuestion question) {
        List<Bundles.Item> items = bundles.of(question.product()).stream()
                .filter(item -> !item.optional())
                .toList();
        List<BigDecimal> prices = items.stream()
                .flatMap(item -> of(question.about(item.product(), item.quantity()))
                        .map(listed -> listed.price().multiply(item.quantity()))
                        .stream())
                .toList();
        return items.isEmpty() || prices.size() < items.size()
                ? Optional.empty()
                : Optional.of(new ListedPrice(
                        prices.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .setScale(DECIMALS, RoundingMode.HALF_UP),
                        text("core.price.of-parts")));
    }

    private Optional<ListedPrice> single(Sold product, PriceQuestion question) {
        return lists.inTurn(question.list(), question.account(), Optional.of(question.currency()))
                .filter(list -> list.currency().equals(question.currency()))
                .flatMap(
                        list -> found(list, product, question).map(found -> found.on(question, list.prices())).stream())
                .findFirst()
                .or(() -> own(product, question.currency(), question)
                        .map(price -> new ListedPrice(price, text("core.price.of-product"))));
    }

    private String text(String key) {
        return wording.text(callers.caller().tenant().language(), key);
    }

    @Override
    public Optional<Basis> basis(Optional<UUID> list, Optional<UUID> account, Optional<String> currency) {
        return lists.inTurn(list, account, currency)
                .filter(each -> currency.isEmpty() || currency.get().equals(each.currency()))
                .findFirst()
                .map(each -> new Basis(each.currency(), each.prices()));
    }

    /** What the list says, or else what those above it say, adjusted. */
    private Optional<Found> found(PriceList list, Sold product, PriceQuestion question) {
        if (!list.holdsOn(question.day())) {
            return above(list, product, question);
        }
        return lists.listed(list, product.id(), question.quantity().abs(), question.day())
                .map(listed -> Found.in(list, listed))
                .or(() -> adjusted(list, product, question))
                .or(() -> above(list, product, question));
    }

    private Optional<Found> above(PriceList list, Sold product, PriceQuestion question) {
        return list.parent().flatMap(lists::withId).flatMap(parent -> found(parent, product, question));
    }

    private Optional<Found> adjusted(PriceList list, Sold product, PriceQuestion question) {
        return lists.adjustments(list).stream()
                .filter(each ->
                        each.fits(product.category(), question.quantity().abs()))
                .findFirst()
                .flatMap(adjustment -> above(list, product, question)
                        .or(() -> own(product, list.currency(), question).map(price -> new Found(price, list.name())))
                        .map(base -> base.adjusted(adjustment, Money.decimals(list.currency()))));
    }

    /** The product's own price; none while a rate is missing. */
    private Optional<BigDecimal> own(Sold product, String currency, PriceQuestion question) {
        return product.price()
                .flatMap(price -> price.currency().equals(currency)
                        ? Optional.of(price)
                        : exchange.exchanged(price, currency, question.day()))
                .map(Money::amount);
    }

    private Optional<Sold> product(UUID id) {
        return sql.first(
                "select category, price_amount, price_currency, bundle_price from core.product where id = ?",
                row -> new Sold(
                        id,
                        Optional.ofNullable(row.getString(1)).orElse(""),
                        row.getBigDecimal(2) == null
                                ? Optional.empty()
                                : Optional.of(Money.of(row.getBigDecimal(2), row.getString(3))),
                        "SUM".equals(row.getString(4))),
                id);
    }

    /** A product, as far as prices depend on it. */
    private record Sold(UUID id, String category, Optional<Money> price, boolean isSummed) {}

    /** A price and, in words, where it comes from (S-PROD-05). */
    private record Found(BigDecimal price, String source) {

        static Found in(PriceList list, PriceLists.Listed listed) {
            String quantity = listed.from().signum() == 0 ? "" : ", " + Price.quantity(listed.from());
            return new Found(listed.price(), list.name() + quantity);
        }

        Found adjusted(PriceAdjustment adjustment, int decimals) {
            return new Found(adjustment.applied(price, decimals), source + ", " + adjustment.name());
        }

        ListedPrice on(PriceQuestion question, PriceBasis basis) {
            return new ListedPrice(question.converted(price, basis), source);
        }
    }
}
