package org.pipewright.billing.providers;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.callbacks.Callback;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.payments.AmountDue;
import org.pipewright.platform.spi.payments.PaymentProvider;
import org.pipewright.platform.spi.payments.PaymentTold;
import org.pipewright.platform.spi.payments.ProviderAccess;

/** Any provider, or a program between, that signs its calls with a secret and tells payments as JSON. */
@ApplicationScoped
class SignedCalls implements PaymentProvider {

    static final String NAME = "signed-calls";

    private static final String HEADER = "Pipewright-Signature";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<PaymentTold> read(Callback call, ProviderAccess access) {
        String secret = access.secret().orElseThrow(() -> Refusal.of(BillingErrorCode.NOT_SIGNED));
        CallSignature signature = call.header(HEADER)
                .flatMap(CallSignature::of)
                .filter(told -> told.isOver(call.body(), secret))
                .orElseThrow(() -> Refusal.of(BillingErrorCode.NOT_SIGNED));
        if (!signature.isOf(call.at())) {
            throw Refusal.of(BillingErrorCode.CALL_TOO_OLD);
        }
        return Optional.of(ToldInJson.payment(call.body()));
    }

    @Override
    public Optional<URI> page(AmountDue due, ProviderAccess access) {
        return access.page().flatMap(page -> PageAddress.of(page, due));
    }
}
