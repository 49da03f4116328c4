package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
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
        derive(
                write.type(),
                write.record(),
                field -> settledBefore && FieldValues.same(write.before(field), field.valueIn(write.record())));
    }

    /** Values the amounts of a record. */
    void derive(DeclaredType type, CrmRecord record) {
        derive(type, record, field -> false);
    }

    private void derive(DeclaredType type, CrmRecord record, Predicate<DeclaredField> keeps) {
        type.fields().stream()
                .filter(field -> field.kind() == FieldKind.MONEY)
                .filter(field -> isToValue((Money) field.valueIn(record), keeps.test(field)))
                .forEach(field -> value(type, field, record));
    }

    private static boolean isToValue(Money money, boolean keeps) {
        return money != null
                && money.amount() != null
                && !(keeps && money.base().isPresent());
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
