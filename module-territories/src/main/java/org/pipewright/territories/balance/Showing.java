package org.pipewright.territories.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.territories.assignment.Sum;
import org.pipewright.territories.balance.BalanceView.MoveView;
import org.pipewright.territories.balance.BalanceView.Person;

/** People and amounts as the caller sees them. */
@ApplicationScoped
class Showing {

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    Person person(UUID member) {
        return new Person(
                member,
                records.seen("core.member", member)
                        .map(members -> members.getString("name", null))
                        .orElse(null));
    }

    Sum sum(BigDecimal amount) {
        return Sum.of(amount, tenant.currency());
    }

    MoveView move(Evening.Move move) {
        return new MoveView(move.record(), person(move.from()), person(move.to()));
    }
}
