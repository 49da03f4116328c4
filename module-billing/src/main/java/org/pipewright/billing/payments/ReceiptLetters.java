package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.invoices.InvoiceLetters;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Wording;

/** Tells customers that their money has come, where the tenant wants that (S-PAY-10). */
@ApplicationScoped
class ReceiptLetters implements RecordReaction<Payment> {

    @Inject
    TenantSettings choices;

    @Inject
    Imprints imprints;

    @Inject
    InvoiceLetters letters;

    @Inject
    Wording wording;

    @Override
    public void written(List<Written<Payment>> writes) {
        if (choices.flag(BillingModule.RECEIPTS)) {
            writes.stream()
                    .filter(write -> write.change().created())
                    .map(Written::record)
                    .filter(payment -> !payment.isRefund())
                    .forEach(this::send);
        }
    }

    private void send(Payment payment) {
        Locale language = imprints.now().language();
        letters.send(
                Optional.empty(),
                payment.account(),
                wording.text(language, "billing.mail.receipt.subject"),
                wording.text(language, "billing.mail.receipt.text")
                        .replace("{customer}", letters.customer(payment.account()))
                        .replace("{amount}", InvoiceLetters.told(payment.amount()))
                        .replace("{day}", payment.paidOn().toString())
                        .replace("{payment}", payment.name()));
    }
}
