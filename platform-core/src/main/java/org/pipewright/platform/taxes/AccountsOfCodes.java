package org.pipewright.platform.taxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.taxes.TaxAccounts;
import org.pipewright.platform.spi.taxes.TaxCategory;

/** The accounts that the tenant's tax codes name. */
@ApplicationScoped
class AccountsOfCodes implements TaxAccounts {

    private static final String NAMED = "select c.revenue_account, c.tax_account from core.tax_code c"
            + " where c.deleted_at is null and c.category = ? and (c.revenue_account is not null or c.tax_account is not null)"
            + " and (? = 0 or exists (select from core.tax_rate r where r.tenant_id = c.tenant_id and r.code_id = c.id"
            + " and r.deleted_at is null and r.rate = ?)) order by c.active desc, c.position, c.id limit 1";

    @Inject
    Sql sql;

    @Override
    public Accounts of(TaxCategory category, BigDecimal rate) {
        return sql.first(
                        NAMED,
                        row -> new Accounts(
                                Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2))),
                        category.name(),
                        rate,
                        rate)
                .orElseGet(() -> new Accounts(Optional.empty(), Optional.empty()));
    }
}
