package org.pipewright.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** Rules of accounts: no account above itself (S-ACC-07). */
@ApplicationScoped
class AccountRules implements RecordRules<Account> {

    @Inject
    Sql sql;

    @Override
    public Class<Account> type() {
        return Account.class;
    }

    @Override
    public void check(Account account, Change change, Violations violations) {
        if (!change.created() && change.touches("parent") && account.parent() != null && isBelow(account)) {
            violations.reject("parent", "cycle", "core.violation.cycle");
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
