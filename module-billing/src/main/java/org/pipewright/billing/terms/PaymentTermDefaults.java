package org.pipewright.billing.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;

/** The payment terms every tenant starts with, in its language. */
@ApplicationScoped
class PaymentTermDefaults implements TenantHook {

    @Inject
    Records records;

    @Inject
    Wording wording;

    @Override
    public void setUp(Locale language) {
        create(language, "net-30", 30);
        create(language, "net-14", 14);
        create(language, "on-receipt", 0);
    }

    private void create(Locale language, String key, int days) {
        records.create(new PaymentTerm(wording.text(language, "billing.default.payment-term." + key), days));
    }
}
