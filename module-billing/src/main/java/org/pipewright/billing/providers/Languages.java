package org.pipewright.billing.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pipewright.platform.spi.payments.PaymentProvider;
import org.pipewright.platform.spi.payments.ProviderAccess;
import org.pipewright.platform.spi.secrets.KeptSecrets;

/** Who speaks to which provider. */
@ApplicationScoped
class Languages {

    @Inject
    @Any
    Instance<PaymentProvider> known;

    @Inject
    KeptSecrets secrets;

    /** The bean that speaks to it; none while the module that has it is not there. */
    Optional<PaymentProvider> of(Provider provider) {
        return known.stream()
                .filter(each -> each.name().equals(provider.system()))
                .findFirst();
    }

    /** How both know each other. */
    ProviderAccess access(Provider provider) {
        return new ProviderAccess(
                provider.sealedSecret().map(kept -> secrets.opened(Provider.SECRET, kept)), provider.page());
    }
}
