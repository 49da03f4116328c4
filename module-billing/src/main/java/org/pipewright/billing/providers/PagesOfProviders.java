package org.pipewright.billing.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.invoices.PaymentPages;
import org.pipewright.platform.spi.payments.AmountDue;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** The pages of the tenant's providers. */
@ApplicationScoped
class PagesOfProviders implements PaymentPages {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    CurrentTenant tenant;

    @Inject
    Languages languages;

    @Override
    public List<PaymentPage> of(AmountDue due) {
        return tenant.hasFeature(BillingModule.PAYMENT_PROVIDERS)
                ? active().stream()
                        .flatMap(provider ->
                                page(provider, due).map(address -> new PaymentPage(provider.name(), address)).stream())
                        .toList()
                : List.of();
    }

    private Optional<URI> page(Provider provider, AmountDue due) {
        return languages.of(provider).flatMap(language -> language.page(due, languages.access(provider)));
    }

    private List<Provider> active() {
        return entityManager
                .createQuery(
                        "select p from Provider p where p.active = true and p.deletedAt is null order by p.name, p.id",
                        Provider.class)
                .getResultList();
    }
}
