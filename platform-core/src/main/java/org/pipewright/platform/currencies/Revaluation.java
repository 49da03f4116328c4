package org.pipewright.platform.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;

/**
 * Values the amounts of a currency anew, one statement for each column (S-CUR-04). Amounts of records that are settled
 * keep the value of their day; what had none for want of a rate gets it when the rate is known.
 */
@ApplicationScoped
class Revaluation {

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding callers;

    /** Amounts that follow the rate are worth that much for each unit; without a rate they have no value. */
    void follow(String currency, Optional<BigDecimal> rate) {
        types.all().forEach(type -> amounts(type, field -> follow(type, field, currency, rate)));
    }

    /** Amounts settled on a day without a rate get the value of that day, if there is a rate by now. */
    void fillGaps(String currency) {
        types.all()
                .forEach(type ->
                        type.settledOn().ifPresent(day -> amounts(type, field -> fill(type, field, currency, day))));
    }

    /** Amounts in fields that a tenant added keep the value of the day on which they were written. */
    private static void amounts(DeclaredType type, java.util.function.Consumer<DeclaredField> each) {
        type.fields().stream()
                .filter(field -> field.kind() == FieldKind.MONEY && !field.isOwn())
                .forEach(each);
    }

    private void follow(DeclaredType type, DeclaredField field, String currency, Optional<BigDecimal> rate) {
        String base = field.column("base");
        String value = "case when t." + field.column() + " = 0 then 0 else round(t." + field.column()
                + " * ?::numeric, " + Rates.KEPT_DECIMALS + ") end";
        SqlPart statement = new SqlPart()
                .add("update " + type.table() + " t set " + base + " = v.value from (select t.id, ")
                .add(value + " as value", rate.<Object>map(known -> known).orElse(Sql.NULL))
                .add(" from " + type.table() + " t where t." + field.column("currency") + " = ?", currency)
                .add(" and t." + field.column() + " is not null")
                .add(type.settledOn().map(day -> " and " + day + " is null").orElse(""))
                .add(") v where t.id = v.id and t." + base + " is distinct from v.value");
        sql.update(statement.text(), statement.parameters());
    }

    private void fill(DeclaredType type, DeclaredField field, String currency, String day) {
        String base = field.column("base");
        String rate = "(" + Rates.valid("?", "?", day) + ")";
        SqlPart statement = new SqlPart()
                .add("update " + type.table() + " t set " + base + " = round(t." + field.column() + " * ")
                .add(rate, callers.caller().tenant().currency(), currency)
                .add(", " + Rates.KEPT_DECIMALS + ") where t." + field.column("currency") + " = ?", currency)
                .add(" and t." + base + " is null and t." + field.column() + " is not null and " + day
                        + " is not null");
        sql.update(statement.text(), statement.parameters());
    }
}
