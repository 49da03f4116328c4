package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Gives up what is open, where it is too little to ask for: within the tenant's limit (S-PAY-05). */
@ApplicationScoped
class WriteOff implements Verb<Invoice, Nothing> {

    @Inject
    TenantSettings choices;

    @Inject
    CurrentTenant tenant;

    @Override
    public String name() {
        return "write-off";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.isOpen();
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        String currency = tenant.currency();
        BigDecimal limit = BigDecimal.valueOf(choices.integer(BillingModule.WRITE_OFF_LIMIT), Money.decimals(currency));
        if (worth(invoice.open(), currency).compareTo(limit) > 0) {
            throw Refusal.of(BillingErrorCode.WRITE_OFF_LIMIT, limit.toPlainString() + " " + currency);
        }
        invoice.writeOff(tenant.today());
    }

    /** In the tenant's currency; where no rate is known the figure itself has to do. */
    private static BigDecimal worth(Money open, String currency) {
        return open.currency().equals(currency) ? open.amount() : open.base().orElse(open.amount());
    }
}
