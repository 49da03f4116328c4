package org.pipewright.billing.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.bankfiles.AssignEntry.Target;
import org.pipewright.billing.invoices.OpenInvoices;
import org.pipewright.billing.invoices.OpenInvoices.Open;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;

/** Books an entry as what somebody says it is: a payment on an invoice, or of a customer (S-PAY-07). */
@ApplicationScoped
class AssignEntry implements ProposingVerb<BankEntry, Target> {

    /**
     * What it is for.
     *
     * @param invoice that takes as much as is open of it; of money that went, a credit note
     * @param customer whose credit it is, if there is no invoice
     */
    record Target(
            @Field(references = "billing.invoice") UUID invoice,
            @Field(references = "core.account") UUID customer) {}

    @Inject
    OpenInvoices invoices;

    @Inject
    Booking booking;

    @Override
    public String name() {
        return "assign-to";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(BankEntry entry) {
        return !entry.isBooked();
    }

    @Override
    public Target proposed(BankEntry entry) {
        return new Target(entry.suggested().orElse(null), entry.customer().orElse(null));
    }

    @Override
    public void perform(BankEntry entry, Target target) {
        if (target.invoice() != null) {
            Open open = invoices.withId(target.invoice())
                    .filter(found ->
                            found.open().currency().equals(entry.amount().currency()))
                    .orElseThrow(() -> refusal("invoice", "billing.violation.nothing-open"));
            booking.assign(entry, open.account(), List.of(open));
        } else {
            UUID customer = Optional.ofNullable(target.customer())
                    .orElseThrow(() -> refusal("invoice", "billing.violation.no-target"));
            booking.assign(entry, customer, List.of());
        }
    }

    private static Refusal refusal(String field, String text) {
        return new Refusal(BillingErrorCode.NO_TARGET, Map.of(), List.of(new FieldError(field, "required", text)));
    }
}
