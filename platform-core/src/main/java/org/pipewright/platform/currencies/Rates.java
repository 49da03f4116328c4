package org.pipewright.platform.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.CurrencyChoice;
import org.pipewright.platform.spi.money.CurrencyChoice.Numbers;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;

/** Which rate is valid on a day, and what amounts are worth by it (S-CUR-03, S-CUR-04). */
@ApplicationScoped
public class Rates implements Exchange {

    /** Decimals with which amounts in the tenant's currency are kept, so that sums are rounded once, at the end. */
    static final int KEPT_DECIMALS = 4;

    /** Query for the rate of a currency to a base that is valid on a day, each a piece of SQL. */
    public static String valid(String base, String currency, String day) {
        return "select rate from core.exchange_rate where base = " + base + " and currency = " + currency
                + " and valid_from <= " + day + " and deleted_at is null order by valid_from desc limit 1";
    }

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /** The value in the tenant's currency by the rate valid on the day; empty while there is none. */
    public Optional<BigDecimal> base(Money money, LocalDate day) {
        if (money.amount().signum() == 0 || money.currency().equals(tenantCurrency())) {
            return Optional.of(money.amount());
        }
        return valid(money.currency(), day)
                .map(rate -> money.amount().multiply(rate).setScale(KEPT_DECIMALS, RoundingMode.HALF_UP));
    }

    @Override
    public Optional<Money> exchanged(Money money, String currency, LocalDate day) {
        return precisely(money.amount(), money.currency(), currency, day).map(exact -> Money.rounded(exact, currency));
    }

    @Override
    public Money changed(Money money, CurrencyChoice choice) {
        if (money.currency().equals(choice.currency())) {
            return money;
        }
        return choice.numbers() == Numbers.KEEP
                ? Money.rounded(money.amount(), choice.currency())
                : exchanged(money, choice.currency(), today()).orElseThrow(() -> noRate(money.currency(), choice));
    }

    @Override
    public BigDecimal changed(BigDecimal price, String from, CurrencyChoice choice) {
        if (choice.numbers() == Numbers.KEEP || from.equals(choice.currency())) {
            return price;
        }
        return precisely(price, from, choice.currency(), today())
                .map(exact -> ExchangedPrice.rounded(exact, choice.currency(), ExchangedPrice.isFine(price, from)))
                .orElseThrow(() -> noRate(from, choice));
    }

    private static Refusal noRate(String from, CurrencyChoice choice) {
        return Refusal.of(CoreErrorCode.NO_RATE, from + " – " + choice.currency());
    }

    /** With more digits than anything is kept with. */
    private Optional<BigDecimal> precisely(BigDecimal amount, String from, String to, LocalDate day) {
        Optional<BigDecimal> divisor = worth(to, day);
        return worth(from, day)
                .flatMap(rate -> divisor.map(each -> amount.multiply(rate)
                        .divide(each, Amounts.decimals(to) + ExchangeRate.DECIMALS, RoundingMode.HALF_UP)));
    }

    private Optional<BigDecimal> worth(String currency, LocalDate day) {
        return currency.equals(tenantCurrency()) ? Optional.of(BigDecimal.ONE) : valid(currency, day);
    }

    /** Today where the tenant is. */
    public LocalDate today() {
        return LocalDate.now(callers.caller().tenant().timeZone());
    }

    /** What one unit of each currency is worth in the tenant's on the day. */
    public Map<String, BigDecimal> validOn(LocalDate day) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        sql.list(
                "select distinct on (currency) currency, rate from core.exchange_rate where base = ? and valid_from <="
                        + " ? and deleted_at is null order by currency, valid_from desc",
                row -> rates.put(row.getString(1), row.getBigDecimal(2)),
                tenantCurrency(),
                day);
        return rates;
    }

    /** What one unit of the currency is worth in the tenant's on the day. */
    Optional<BigDecimal> valid(String currency, LocalDate day) {
        return sql.first(valid("?", "?", "?"), row -> row.getBigDecimal(1), tenantCurrency(), currency, day);
    }

    private String tenantCurrency() {
        return callers.caller().tenant().currency();
    }
}
