package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.sheets.AccountOnPaper;
import org.pipewright.billing.sheets.Figures;
import org.pipewright.platform.spi.documents.Units;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Wording;

/** Gathers what stands on a self-billed invoice. */
@ApplicationScoped
class SelfBilledSheets {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Imprints imprints;

    @Inject
    SelfBillingAgreements agreements;

    @Inject
    Wording wording;

    @Inject
    Units units;

    /**
     * Of one that has its dates; refuses one that cannot be issued. Without an agreement, or without a number of the
     * supplier's by which authorities know who owes the tax, it would be no invoice at all, whatever its form.
     */
    SelfBilledSheet of(SelfBilledInvoice invoice, String terms) {
        List<SelfBilledLine> lines = parts.of(SelfBilledLine.class, invoice.id());
        Figures.requireComplete(lines);
        Optional<AccountOnPaper> supplier =
                records.seen("core.account", invoice.supplier()).map(AccountOnPaper::new);
        Optional<SelfBilledInvoice> preceding =
                invoice.credited().flatMap(id -> records.withId(SelfBilledInvoice.class, id));
        Optional<SelfBillingAgreement> agreement = agreement(invoice, preceding);
        List<FieldError> missing = new ArrayList<>();
        if (supplier.isEmpty()) {
            missing.add(new FieldError("supplier", "not-found", "core.violation.not-found"));
        } else if (supplier.get().taxNumber().isEmpty()) {
            missing.add(new FieldError("supplier.taxNumber", "required", "billing.violation.supplier-tax-number"));
        }
        if (agreement.isEmpty()) {
            missing.add(new FieldError("agreement", "required", "billing.violation.no-agreement"));
        }
        if (!missing.isEmpty()) {
            throw new Refusal(BillingErrorCode.E_INVOICE, Map.of(), missing);
        }
        return new SelfBilledSheet(
                invoice,
                lines,
                invoice.sums(lines),
                imprints.now(),
                supplier.get(),
                agreement.get(),
                preceding,
                terms,
                wording.text(invoice.language().locale(), "billing.paper.discount"),
                units.codes());
    }

    /** What takes from an invoice is written by the agreement of that one, even when that has ended. */
    private Optional<SelfBillingAgreement> agreement(SelfBilledInvoice invoice, Optional<SelfBilledInvoice> preceding) {
        return preceding
                .flatMap(SelfBilledInvoice::agreement)
                .flatMap(id -> records.withId(SelfBillingAgreement.class, id))
                .or(() -> agreements.of(invoice.supplier(), invoice.issuedOn()));
    }
}
