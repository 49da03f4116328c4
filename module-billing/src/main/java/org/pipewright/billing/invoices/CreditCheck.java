package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.customers.Customers;
import org.pipewright.platform.spi.documents.CustomerCredit;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Wording;

/** Tells of customers who have not paid in time, or who would owe more than their credit limit (S-ORD-11). */
@ApplicationScoped
class CreditCheck implements CustomerCredit {

    @Inject
    OpenItems items;

    @Inject
    Customers customers;

    @Inject
    TenantSettings choices;

    @Inject
    CurrentTenant tenant;

    @Inject
    Exchange exchange;

    @Inject
    Imprints imprints;

    @Inject
    Wording wording;

    @Override
    public Optional<Objection> objection(UUID account, Money more) {
        String choice = choices.text(BillingModule.CREDIT_CHECK);
        if (!tenant.hasFeature(BillingModule.FEATURE) || choice.equals("OFF")) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        BigDecimal overdue = items.overdue(account);
        if (overdue.signum() > 0) {
            words.add(said("overdue", overdue, BigDecimal.ZERO));
        }
        customers.creditLimit(account).flatMap(this::inBase).ifPresent(limit -> {
            BigDecimal owed = items.of(account).add(inBase(more).orElse(BigDecimal.ZERO));
            if (owed.compareTo(limit) > 0) {
                words.add(said("limit", owed, limit));
            }
        });
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Objection(String.join(" ", words), choice.equals("BLOCK")));
    }

    private Optional<BigDecimal> inBase(Money money) {
        return exchange.exchanged(money, tenant.currency(), tenant.today()).map(Money::amount);
    }

    private String said(String key, BigDecimal sum, BigDecimal limit) {
        return wording.text(imprints.now().language(), "billing.credit." + key)
                .replace("{sum}", told(sum))
                .replace("{limit}", told(limit));
    }

    private String told(BigDecimal amount) {
        return Money.rounded(amount, tenant.currency()).amount().toPlainString() + " " + tenant.currency();
    }
}
