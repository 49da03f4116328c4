package org.pipewright.platform.taxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.accounts.Account;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.products.ProductType;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.taxes.TaxRules;
import org.pipewright.platform.spi.taxes.Taxes;

/** Looks for the first rule that fits. */
@ApplicationScoped
class TaxRulesOfTenant implements TaxRules {

    @PersistenceContext(unitName = "platform")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    Taxes taxes;

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Override
    public Optional<Choice> choice(Optional<UUID> account, Optional<UUID> product) {
        Customer customer = customer(account.flatMap(id -> records.withId(Account.class, id)));
        Supply supply = product.flatMap(this::supply).orElse(Supply.UNKNOWN);
        return rules().stream()
                .filter(rule -> rule.fits(customer, supply))
                .findFirst()
                .map(rule -> new Choice(rule.taxCode(), Optional.of(explained(rule, customer))))
                .or(() -> taxes.usual().map(code -> new Choice(code, Optional.empty())));
    }

    private static String explained(TaxRule rule, Customer customer) {
        return customer.country().isEmpty() ? rule.name() : rule.name() + " (" + customer.country() + ")";
    }

    private Customer customer(Optional<Account> account) {
        String country = account.flatMap(Account::countryCode).orElse("");
        return new Customer(
                country,
                CustomerPlace.of(country, callers.caller().tenant().country()),
                account.filter(Account::hasTaxNumber).isPresent() ? NumberGiven.GIVEN : NumberGiven.NONE);
    }

    private Optional<Supply> supply(UUID product) {
        return sql.first(
                "select type, tax_class_id from core.product where id = ?",
                row -> new Supply(
                        row.getString(1) == null ? null : ProductType.valueOf(row.getString(1)),
                        row.getObject(2, UUID.class)),
                product);
    }

    private List<TaxRule> rules() {
        return entityManager
                .createQuery(
                        "select r from TaxRule r where r.active = true and r.deletedAt is null order by r.position, r.id",
                        TaxRule.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }
}
