package org.pipewright.billing.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.bankfiles.ToldPayments;
import org.pipewright.platform.spi.callbacks.Callback;
import org.pipewright.platform.spi.callbacks.Callbacks;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.payments.PaymentProvider;
import org.pipewright.platform.spi.records.Records;

/** Takes what providers tell of payments; told again it is done already (S-PAY-09). */
@ApplicationScoped
class ProviderCalls implements Callbacks {

    @Inject
    Records records;

    @Inject
    Languages languages;

    @Inject
    ToldPayments payments;

    @Override
    public String kind() {
        return Provider.PATH;
    }

    @Override
    public String feature() {
        return BillingModule.PAYMENT_PROVIDERS;
    }

    @Override
    public void take(UUID record, Callback call) {
        Provider provider = records.withId(Provider.class, record)
                .filter(Provider::isActive)
                .orElseThrow(() -> Refusal.of(BillingErrorCode.NO_PROVIDER));
        PaymentProvider language = languages.of(provider).orElseThrow(() -> Refusal.of(BillingErrorCode.NO_PROVIDER));
        language.read(call, languages.access(provider))
                .ifPresent(told -> payments.take(provider.id(), provider.name(), told));
    }
}
