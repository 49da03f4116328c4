package org.pipewright.billing.einvoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.pipewright.billing.einvoices.EInvoice.Allowance;
import org.pipewright.billing.einvoices.EInvoice.Contact;
import org.pipewright.billing.einvoices.EInvoice.Line;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoice.Rate;
import org.pipewright.billing.einvoices.EInvoice.Tax;
import org.pipewright.billing.einvoices.EInvoice.Totals;
import org.w3c.dom.Document;

/** Writes the UBL 2.1 form of an invoice or credit note (S-EINV-01). */
final class UblWriting {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String VAT = "VAT";

    private final EInvoice invoice;
    private final boolean credit;
    private final Branch root;

    private UblWriting(EInvoice invoice) {
        this.invoice = invoice;
        credit = invoice.type().isCredit();
        String name = credit ? "CreditNote" : "Invoice";
        root = Branch.root(
                name,
                Map.of(
                        "", UBL + name + "-2",
                        "cac", UBL + "CommonAggregateComponents-2",
                        "cbc", UBL + "CommonBasicComponents-2"));
    }

    static Document of(EInvoice invoice, EInvoiceRules rules) {
        UblWriting writing = new UblWriting(invoice);
        writing.head(rules);
        writing.party("cac:AccountingSupplierParty", invoice.seller());
        writing.party("cac:AccountingCustomerParty", invoice.buyer());
        writing.terms();
        invoice.allowances().forEach(writing::allowance);
        writing.taxes();
        writing.totals();
        for (int n = 1; n <= invoice.lines().size(); n++) {
            writing.line(n, invoice.lines().get(n - 1));
        }
        return writing.root.document();
    }

    private void head(EInvoiceRules rules) {
        root.leaf("cbc:CustomizationID", rules.customization())
                .leaf("cbc:ProfileID", rules.profile())
                .leaf("cbc:ID", invoice.number())
                .leaf("cbc:IssueDate", invoice.issued().toString());
        if (!credit) {
            root.leaf("cbc:DueDate", invoice.due());
        }
        root.leaf(
                        credit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode",
                        invoice.type().code())
                .leaf("cbc:Note", invoice.note())
                .leaf("cbc:DocumentCurrencyCode", invoice.currency())
                .leaf("cbc:BuyerReference", invoice.buyerReference());
        if (!invoice.orderReference().isEmpty()) {
            root.branch("cac:OrderReference").leaf("cbc:ID", invoice.orderReference());
        }
        invoice.preceding()
                .ifPresent(preceding -> root.branch("cac:BillingReference")
                        .branch("cac:InvoiceDocumentReference")
                        .leaf("cbc:ID", preceding.number())
                        .leaf("cbc:IssueDate", preceding.issued().toString()));
    }

    private void party(String role, Party party) {
        Branch branch = root.branch(role).branch("cac:Party");
        branch.leaf("cbc:EndpointID", party.address(), "schemeID", party.scheme());
        branch.branch("cac:PostalAddress")
                .leaf("cbc:StreetName", party.street())
                .leaf("cbc:CityName", party.city())
                .leaf("cbc:PostalZone", party.postalCode())
                .branch("cac:Country")
                .leaf("cbc:IdentificationCode", party.country());
        taxScheme(branch, party.vatId(), VAT);
        taxScheme(branch, party.taxNumber(), "FC");
        branch.branch("cac:PartyLegalEntity")
                .leaf("cbc:RegistrationName", party.name())
                .leaf("cbc:CompanyID", party.legalId());
        Contact contact = party.contact();
        if (contact.isTold()) {
            branch.branch("cac:Contact")
                    .leaf("cbc:Name", contact.name())
                    .leaf("cbc:Telephone", contact.phone())
                    .leaf("cbc:ElectronicMail", contact.email());
        }
    }

    private static void taxScheme(Branch party, String number, String scheme) {
        if (!number.isEmpty()) {
            party.branch("cac:PartyTaxScheme")
                    .leaf("cbc:CompanyID", number)
                    .branch("cac:TaxScheme")
                    .leaf("cbc:ID", scheme);
        }
    }

    private void terms() {
        invoice.delivered().ifPresent(this::delivery);
        if (!invoice.payment().means().isEmpty()) {
            Branch means = root.branch("cac:PaymentMeans")
                    .leaf("cbc:PaymentMeansCode", invoice.payment().means());
            if (credit) {
                means.leaf("cbc:PaymentDueDate", invoice.due());
            }
            means.leaf("cbc:PaymentID", invoice.number());
            account(means);
        }
        if (!invoice.payment().terms().isEmpty()) {
            root.branch("cac:PaymentTerms").leaf("cbc:Note", invoice.payment().terms());
        }
    }

    private void delivery(LocalDate day) {
        Branch delivery = root.branch("cac:Delivery").leaf("cbc:ActualDeliveryDate", day.toString());
        invoice.deliveredTo()
                .ifPresent(place -> delivery.branch("cac:DeliveryLocation")
                        .branch("cac:Address")
                        .leaf("cbc:CityName", place.city())
                        .leaf("cbc:PostalZone", place.postalCode())
                        .branch("cac:Country")
                        .leaf("cbc:IdentificationCode", place.country()));
    }

    private void account(Branch means) {
        if (!invoice.payment().iban().isEmpty()) {
            Branch account = means.branch("cac:PayeeFinancialAccount")
                    .leaf("cbc:ID", invoice.payment().iban());
            if (!invoice.payment().bic().isEmpty()) {
                account.branch("cac:FinancialInstitutionBranch")
                        .leaf("cbc:ID", invoice.payment().bic());
            }
        }
    }

    private void allowance(Allowance allowance) {
        Branch branch = root.branch("cac:AllowanceCharge")
                .leaf("cbc:ChargeIndicator", "false")
                .leaf("cbc:AllowanceChargeReason", allowance.reason());
        amount(branch, "cbc:Amount", allowance.amount());
        category(branch.branch("cac:TaxCategory"), allowance.tax(), "");
    }

    private void taxes() {
        Branch total = root.branch("cac:TaxTotal");
        amount(total, "cbc:TaxAmount", invoice.totals().tax());
        for (Tax tax : invoice.taxes()) {
            Branch subtotal = total.branch("cac:TaxSubtotal");
            amount(subtotal, "cbc:TaxableAmount", tax.base());
            amount(subtotal, "cbc:TaxAmount", tax.amount());
            category(subtotal.branch("cac:TaxCategory"), tax.tax(), tax.exemption());
        }
    }

    private static void category(Branch branch, Rate rate, String exemption) {
        branch.leaf("cbc:ID", rate.category())
                .leaf("cbc:Percent", rate.rate())
                .leaf("cbc:TaxExemptionReason", exemption)
                .branch("cac:TaxScheme")
                .leaf("cbc:ID", VAT);
    }

    private void totals() {
        Totals totals = invoice.totals();
        Branch branch = root.branch("cac:LegalMonetaryTotal");
        amount(branch, "cbc:LineExtensionAmount", totals.lines());
        amount(branch, "cbc:TaxExclusiveAmount", totals.net());
        amount(branch, "cbc:TaxInclusiveAmount", totals.gross());
        filled(totals.allowances()).ifPresent(sum -> amount(branch, "cbc:AllowanceTotalAmount", sum));
        filled(totals.prepaid()).ifPresent(sum -> amount(branch, "cbc:PrepaidAmount", sum));
        filled(totals.rounding()).ifPresent(sum -> amount(branch, "cbc:PayableRoundingAmount", sum));
        amount(branch, "cbc:PayableAmount", totals.payable());
    }

    private void line(int n, Line line) {
        Branch branch =
                root.branch(credit ? "cac:CreditNoteLine" : "cac:InvoiceLine").leaf("cbc:ID", String.valueOf(n));
        branch.leaf(credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", line.quantity(), "unitCode", line.unit());
        amount(branch, "cbc:LineExtensionAmount", line.net());
        filled(line.discount()).ifPresent(discount -> {
            Branch allowance = branch.branch("cac:AllowanceCharge")
                    .leaf("cbc:ChargeIndicator", "false")
                    .leaf("cbc:AllowanceChargeReasonCode", EInvoiceRules.DISCOUNT);
            amount(allowance, "cbc:Amount", discount);
        });
        Branch item = branch.branch("cac:Item")
                .leaf("cbc:Description", line.description())
                .leaf("cbc:Name", line.name());
        category(item.branch("cac:ClassifiedTaxCategory"), line.tax(), "");
        amount(branch.branch("cac:Price"), "cbc:PriceAmount", line.price());
    }

    private void amount(Branch branch, String name, BigDecimal amount) {
        branch.leaf(name, amount, "currencyID", invoice.currency());
    }

    static Optional<BigDecimal> filled(BigDecimal amount) {
        return Optional.of(amount).filter(sum -> sum.signum() != 0);
    }
}
