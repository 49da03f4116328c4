package org.pipewright.billing.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.bankfiles.ToldPayments;
import org.pipewright.platform.spi.callbacks.CallbackAddresses;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A provider speaks a language that a module here knows, and its page is one that nobody reads along. */
@ApplicationScoped
class ProviderRules implements RecordRules<Provider> {

    @Inject
    Languages languages;

    @Inject
    CallbackAddresses addresses;

    @Inject
    ToldPayments payments;

    @Override
    public void prepare(Provider provider) {
        provider.fillGaps(SignedCalls.NAME);
    }

    @Override
    public void check(Provider provider, Change change, Violations violations) {
        provider.fillGaps(SignedCalls.NAME);
        if (change.touches("system") && languages.of(provider).isEmpty()) {
            violations.reject("system", "unknown", "billing.violation.system");
        }
        if (!provider.page().map(PageAddress::isGood).orElse(true)) {
            violations.reject("page", "invalid", "billing.violation.page");
        }
    }

    @Override
    public void requireDeletable(Provider provider) {
        if (payments.cameThrough(provider.id())) {
            throw Refusal.of(BillingErrorCode.PROVIDER_USED, provider.name());
        }
    }

    @Override
    public void derive(Provider provider, Change change) {
        provider.isCalledAt(addresses.of(Provider.PATH, provider.id()));
    }
}
