package org.pipewright.platform.currencies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.TenantHook;

/** A tenant works in its own currency and those most traded in until it chooses others. */
@ApplicationScoped
class CurrencyDefaults implements TenantHook {

    private static final List<String> USUAL = List.of("EUR", "USD", "GBP", "JPY", "CHF");

    @Inject
    Sql sql;

    @Inject
    CurrentTenant tenant;

    @Override
    public void setUp(Locale language) {
        sql.update("insert into core.currency (code, preferred) values (?, true)", tenant.currency());
        USUAL.forEach(code -> sql.update("insert into core.currency (code) values (?) on conflict do nothing", code));
    }
}
