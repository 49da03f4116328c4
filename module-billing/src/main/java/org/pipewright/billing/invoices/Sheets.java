package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.sheets.Figures;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.documents.Units;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Wording;

/** Gathers what stands on an invoice. */
@ApplicationScoped
class Sheets {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Imprints imprints;

    @Inject
    Wording wording;

    @Inject
    Units units;

    /** Of an invoice that has its dates; refuses one that cannot be issued. */
    Sheet of(Invoice invoice, String terms, List<Instalment> instalments) {
        List<InvoiceLine> lines = parts.of(InvoiceLine.class, invoice.id());
        Figures.requireComplete(lines);
        DocumentSums sums = invoice.sums(lines);
        return new Sheet(
                invoice,
                lines,
                sums,
                imprints.now(),
                records.seen("core.account", invoice.account().orElseThrow())
                        .orElseThrow(() -> refusal(new FieldError("account", "not-found", "core.violation.not-found"))),
                invoice.preceding().flatMap(id -> records.withId(Invoice.class, id)),
                terms,
                instalments,
                wording.text(invoice.language().locale(), "billing.paper.discount"),
                units.codes());
    }

    private static Refusal refusal(FieldError error) {
        return new Refusal(BillingErrorCode.E_INVOICE, Map.of(), List.of(error));
    }
}
