package org.pipewright.platform.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.customers.Customers;
import org.pipewright.platform.spi.money.Money;

/** What the tables tell about accounts, contacts and customers. */
@ApplicationScoped
class KnownCustomers implements Customers {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Override
    public boolean isContactOf(UUID contact, UUID account) {
        List<UUID> accounts = sql.list(
                "select account_id from core.contact where id = ? and account_id is not null union"
                        + " select account_id from core.affiliation where contact_id = ? and active"
                        + " and deleted_at is null",
                row -> row.getObject(1, UUID.class),
                contact,
                contact);
        return accounts.isEmpty() || accounts.contains(account);
    }

    @Override
    public boolean isOnlyCompetitor(UUID account) {
        return sql.first(
                        "select 1 from core.account where id = ? and competitor and not customer",
                        row -> row.getInt(1),
                        account)
                .isPresent();
    }

    @Override
    public Optional<Money> creditLimit(UUID account) {
        return sql.first(
                "select credit_limit_amount, credit_limit_currency from core.account"
                        + " where id = ? and credit_limit_amount is not null",
                row -> Money.of(row.getBigDecimal(1), row.getString(2)),
                account);
    }

    @Override
    public Optional<UUID> accountOf(UUID customer) {
        return sql.first(
                "select account_id from core.customer where id = ?", row -> row.getObject(1, UUID.class), customer);
    }

    @Override
    public void recountWonValue(Set<UUID> accounts, Function<Set<UUID>, Map<UUID, BigDecimal>> count) {
        recount("lifetime_value", accounts, count);
    }

    @Override
    public void recountPaidValue(Set<UUID> accounts, Function<Set<UUID>, Map<UUID, BigDecimal>> count) {
        recount("paid_value", accounts, count);
    }

    private void recount(String column, Set<UUID> accounts, Function<Set<UUID>, Map<UUID, BigDecimal>> count) {
        if (accounts.isEmpty()) {
            return;
        }
        sql.list("select id from core.account where id = any(?) order by id for no key update", row -> 1, accounts);
        Map<UUID, BigDecimal> sums = count.apply(accounts);
        String currency = callers.caller().tenant().currency();
        sql.batch(
                "update core.account set " + column + "_amount = ?, " + column + "_currency = ?, " + column
                        + "_base = ? where id = ?",
                accounts.stream()
                        .map(account -> row(account, sums.getOrDefault(account, BigDecimal.ZERO), currency))
                        .toList());
    }

    private static List<Object> row(UUID account, BigDecimal sum, String currency) {
        return List.of(sum, currency, sum, account);
    }
}
