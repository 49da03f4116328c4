package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.currencies.Rates;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;

/** Sets the value of amounts in the tenant's currency, by which they are compared and added (S-CUR-04). */
@ApplicationScoped
class BaseAmounts {

    @Inject
    Sql sql;

    @Inject
    Rates rates;

    @Inject
    CallerBinding callers;

    /** Values the amounts of a write; what is settled and not written keeps its value. */
    void derive(Write write) {
        boolean settledBefore = write.type()
                .field(write.type().declaration().settledOn())
                .filter(day -> !write.created() && day.valueIn(write.record()) != null)
                .filter(day -> !write.changed().contains(day.name()))
                .isPresent();
        derive(write.type(), write.record(), field -> settledBefore ? kept(write, field) : Optional.empty());
    }

    /** Values the amounts of a record. */
    void derive(DeclaredType type, CrmRecord record) {
        derive(type, record, field -> Optional.empty());
    }

    private void derive(DeclaredType type, CrmRecord record, Function<DeclaredField, Optional<BigDecimal>> kept) {
        for (DeclaredField field : type.fields()) {
            if (field.kind() == FieldKind.MONEY
                    && field.valueIn(record) instanceof Money money
                    && money.amount() != null) {
                kept.apply(field)
                        .ifPresentOrElse(
                                base -> field.setIn(record, money.withBase(base)), () -> value(type, field, record));
            }
        }
    }

    /** The value that the same amount had, also where rules reckoned the amount anew and came to the same. */
    private static Optional<BigDecimal> kept(Write write, DeclaredField field) {
        Money now = (Money) field.valueIn(write.record());
        return FieldValues.same(write.before(field), now)
                ? now.base().or(() -> ((Money) write.before(field)).base())
                : Optional.empty();
    }

    private void value(DeclaredType type, DeclaredField field, CrmRecord record) {
        Money money = (Money) field.valueIn(record);
        boolean foreign = !money.currency().equals(callers.caller().tenant().currency());
        LocalDate day = foreign ? day(type, record).orElseGet(rates::today) : rates.today();
        field.setIn(record, money.withBase(rates.base(money, day).orElse(null)));
    }

    private Optional<LocalDate> day(DeclaredType type, CrmRecord record) {
        if (type.isPart()) {
            return type.settledOn().flatMap(day -> dayOfHost(type, record));
        }
        return type.field(type.declaration().settledOn()).map(day -> (LocalDate) day.valueIn(record));
    }

    private Optional<LocalDate> dayOfHost(DeclaredType type, CrmRecord record) {
        DeclaredType host = type.host().orElseThrow();
        String column = host.field(host.declaration().settledOn()).orElseThrow().column();
        return sql.first(
                        "select " + column + " from " + host.table() + " where id = ? and " + column + " is not null",
                        row -> row.getDate(1),
                        type.hostField().valueIn(record))
                .map(Date::toLocalDate);
    }
}
