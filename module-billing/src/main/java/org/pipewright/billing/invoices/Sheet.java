package org.pipewright.billing.invoices;

import jakarta.json.JsonObject;
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
import org.pipewright.billing.sheets.WrittenAddress;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.tenants.Imprint;

/**
 * Everything that stands on an invoice at the moment of issue. Paper, e-invoice and record take their sums from the one
 * reckoning in it (S-EINV-05).
 *
 * @param account as REST shows it
 * @param preceding the invoice that it credits or corrects
 * @param terms name of the payment term
 * @param instalments in which it is due; none if all is due at once
 * @param discount what a discount is called
 * @param unitCodes codes of the units that have one, by id
 */
record Sheet(
        Invoice invoice,
        List<InvoiceLine> lines,
        DocumentSums sums,
        Imprint imprint,
        JsonObject account,
        Optional<Invoice> preceding,
        String terms,
        List<Instalment> instalments,
        String discount,
        Map<UUID, String> unitCodes) {

    /** Name and address of the customer, line by line. */
    List<String> recipient() {
        return billed().lines(imprint.country(), invoice.language().locale());
    }

    /** Name and address of the organisation, line by line. */
    List<String> sender() {
        return new OrganisationOnPaper(imprint).lines();
    }

    /** What the tax report takes from it (S-TAX-07). */
    List<TaxEntry> taxes() {
        List<TaxShare> shares = figures().taxShares();
        String country = customer().country();
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new TaxEntry(invoice, i + 1, shares.get(i), country))
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
                type(),
                invoice.number().orElse(""),
                invoice.issuedOn(),
                Optional.of(invoice.dueOn()),
                invoice.deliveredOn(),
                figures.isInsideTheUnion() ? Optional.of(customer().place()) : Optional.empty(),
                invoice.currency(),
                invoice.buyerReference(),
                invoice.orderReference(),
                invoice.note(),
                preceding.map(other -> new Preceding(other.number().orElse(""), other.issuedOn())),
                organisation.seller(),
                billed().buyer(),
                organisation.payment(terms),
                figures.told(),
                figures.allowances(discount),
                figures.taxes(),
                figures.totals());
    }

    private Type type() {
        if (invoice.isCreditNote()) {
            return Type.CREDIT_NOTE;
        }
        return invoice.isCorrection() ? Type.CORRECTED : Type.INVOICE;
    }

    private AccountOnPaper customer() {
        return new AccountOnPaper(account);
    }

    /** The customer at the address that the invoice goes to. */
    private AccountOnPaper billed() {
        return new AccountOnPaper(account, invoice.billingAddress().map(WrittenAddress::of));
    }
}
