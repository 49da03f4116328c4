package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;

/** Sets the value of amounts in the tenant's currency, by which they are compared and added. */
@ApplicationScoped
class BaseAmounts {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    void derive(DeclaredType type, CrmRecord record) {
        type.fields().stream().filter(field -> field.kind() == FieldKind.MONEY).forEach(field -> derive(field, record));
    }

    private void derive(DeclaredField field, CrmRecord record) {
        Money money = (Money) field.valueIn(record);
        if (money != null && money.amount() != null) {
            field.setIn(record, money.withBase(base(money).orElse(null)));
        }
    }

    private Optional<BigDecimal> base(Money money) {
        if (money.amount().signum() == 0
                || money.currency().equals(callers.caller().tenant().currency())) {
            return Optional.of(money.amount());
        }
        return rate(money.currency()).map(rate -> money.amount().multiply(rate).setScale(4, RoundingMode.HALF_UP));
    }

    private Optional<BigDecimal> rate(String currency) {
        LocalDate today = LocalDate.now(callers.caller().tenant().timeZone());
        return sql.first(
                "select rate from core.exchange_rate where currency = ? and valid_from <= ? "
                        + "order by valid_from desc limit 1",
                row -> row.getBigDecimal(1),
                currency,
                today);
    }
}
