package org.pipewright.billing.selfbilling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.billing.einvoices.EInvoice.Preceding;
import org.pipewright.billing.einvoices.EInvoice.Type;
import org.pipewright.billing.sheets.AccountOnPaper;
import org.pipewright.billing.sheets.Figures;
import org.pipewright.billing.sheets.OrganisationOnPaper;
import org.pipewright.billing.sheets.TaxShare;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.tenants.Imprint;

/**
 * Everything that stands on a self-billed invoice at the moment of issue: like that on an invoice, with the organisation as
 * the buyer and the supplier as the seller.
 *
 * @param agreement by which it is written
 * @param preceding the one from which it takes
 * @param terms name of the payment term
 * @param discount what a discount is called
 * @param unitCodes codes of the units that have one, by id
 */
record SelfBilledSheet(
        SelfBilledInvoice invoice,
        List<? extends DocumentLine> lines,
        DocumentSums sums,
        Imprint imprint,
        AccountOnPaper supplier,
        SelfBillingAgreement agreement,
        Optional<SelfBilledInvoice> preceding,
        String terms,
        String discount,
        Map<UUID, String> unitCodes) {

    /** Name and address of the supplier, line by line. */
    List<String> recipient() {
        return supplier.lines(imprint.country(), invoice.language().locale());
    }

    /** Name and address of the organisation, line by line. */
    List<String> sender() {
        return new OrganisationOnPaper(imprint).lines();
    }

    /** The input tax in it. */
    List<SelfBilledTax> taxes() {
        List<TaxShare> shares = figures().taxShares();
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new SelfBilledTax(invoice, i + 1, shares.get(i), supplier.country()))
                .toList();
    }

    private Figures figures() {
        return new Figures(lines, sums, invoice.reckoning(), unitCodes);
    }

    /** The lines in units that programs do not know (S-EINV-08). */
    List<FieldError> unitsWithoutCode() {
        return figures().unitsWithoutCode();
    }

    EInvoice eInvoice() {
        Figures figures = figures();
        OrganisationOnPaper organisation = new OrganisationOnPaper(imprint);
        return new EInvoice(
                invoice.isCreditNote() ? Type.SELF_BILLED_CREDIT_NOTE : Type.SELF_BILLED,
                invoice.number().orElse(""),
                invoice.issuedOn(),
                Optional.of(invoice.dueOn()),
                invoice.deliveredOn(),
                figures.isInsideTheUnion() ? Optional.of(organisation.place()) : Optional.empty(),
                invoice.currency(),
                invoice.buyerReference(),
                invoice.orderReference(),
                invoice.note(),
                preceding.map(other -> new Preceding(other.number().orElse(""), other.issuedOn())),
                supplier.seller(agreement.registrationNumber()),
                organisation.buyer(),
                OrganisationOnPaper.transfer(agreement.iban(), agreement.bic(), terms),
                figures.told(),
                figures.allowances(discount),
                figures.taxes(),
                figures.totals());
    }
}
