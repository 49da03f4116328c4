package org.pipewright.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.customers.Customers;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Rules of accounts: no account above itself (S-ACC-07), tax numbers looked at (S-ACC-12). */
@ApplicationScoped
class AccountRules implements RecordRules<Account> {

    @Inject
    Sql sql;

    @Inject
    Customers customers;

    @Inject
    CurrentTenant tenant;

    @Override
    public void check(Account account, Change change, Violations violations) {
        if (!change.created() && change.touches("parent") && account.parent() != null) {
            requireTree(account);
        }
        if (change.touches("mainContact")
                && account.mainContact() != null
                && (change.created() || !customers.isContactOf(account.mainContact(), account.id()))) {
            violations.reject("mainContact", "not-of-account", "core.violation.not-of-account");
        }
        if (account.hasElectronicAddress() != account.hasElectronicScheme()) {
            violations.reject(
                    account.hasElectronicScheme() ? "electronicAddress" : "electronicScheme",
                    "required",
                    "core.violation.required");
        }
        if (account.taxNumberCheckedOn()
                .filter(day -> day.isAfter(tenant.today()))
                .isPresent()) {
            violations.reject("checkedOn", "future", "core.violation.future");
        }
    }

    @Override
    public void derive(Account account, Change change) {
        if (change.touches("taxNumber") && !change.created()) {
            account.forgetTaxCheck();
        }
        account.judgeTaxNumber();
    }

    /**
     * Two moves at once could close a circle that neither sees, so they wait for each other. The new parent is locked
     * before: of two that wait for each other's record one is refused here, where that can still be told.
     */
    private void requireTree(Account account) {
        sql.list("select 1 from core.account where id = ? for key share", row -> true, account.parent());
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('core.account.parent' || current_setting('pipewright.tenant'), 0))",
                row -> true);
        if (isBelow(account)) {
            throw new Refusal(
                    CoreErrorCode.CYCLE, Map.of(), List.of(new FieldError("parent", "cycle", "core.violation.cycle")));
        }
    }

    private boolean isBelow(Account account) {
        return !sql.list(
                        "with recursive up as (select id, parent_id from core.account where id = ? "
                                + "union select a.id, a.parent_id from core.account a join up on a.id = up.parent_id) "
                                + "select 1 from up where id = ?",
                        row -> true,
                        account.parent(),
                        account.id())
                .isEmpty();
    }
}
