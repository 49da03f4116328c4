package org.pipewright.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Keeps what the authority's register said of an account's tax number, by whomever it was asked (S-ACC-12). */
@ApplicationScoped
class RecordTaxCheck implements Verb<Account, RecordTaxCheck.Outcome> {

    /**
     * The register's answer.
     *
     * @param result of the check
     * @param checkedOn when it was asked, today if left out
     */
    record Outcome(
            @Field(required = true) TaxNumberAnswer result,
            @Field LocalDate checkedOn) {}

    @Inject
    CurrentTenant tenant;

    @Override
    public String name() {
        return "record-tax-check";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Account account) {
        return account.taxNumber().isPresent();
    }

    @Override
    public void perform(Account account, Outcome outcome) {
        account.keepTaxCheck(
                outcome.result(), Optional.ofNullable(outcome.checkedOn()).orElseGet(tenant::today));
    }
}
