package org.pipewright.billing.einvoices;

import static org.pipewright.billing.einvoices.UblWriting.filled;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.pipewright.billing.einvoices.EInvoice.Allowance;
import org.pipewright.billing.einvoices.EInvoice.Contact;
import org.pipewright.billing.einvoices.EInvoice.Line;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoice.Rate;
import org.pipewright.billing.einvoices.EInvoice.Tax;
import org.pipewright.billing.einvoices.EInvoice.Totals;
import org.w3c.dom.Document;

/** Writes the form of the Cross Industry Invoice that Factur-X and ZUGFeRD put into a PDF (S-EINV-02). */
final class CiiWriting {

    private static final String UNCEFACT = "urn:un:unece:uncefact:data:standard:";
    private static final String DAY = "udt:DateTimeString";

    private final EInvoice invoice;
    private final Branch root;

    private CiiWriting(EInvoice invoice) {
        this.invoice = invoice;
        root = Branch.root(
                "rsm:CrossIndustryInvoice",
                Map.of(
                        "rsm", UNCEFACT + "CrossIndustryInvoice:100",
                        "ram", UNCEFACT + "ReusableAggregateBusinessInformationEntity:100",
                        "udt", UNCEFACT + "UnqualifiedDataType:100",
                        "qdt", UNCEFACT + "QualifiedDataType:100"));
    }

    static Document of(EInvoice invoice, EInvoiceRules rules) {
        CiiWriting writing = new CiiWriting(invoice);
        writing.head(rules);
        Branch transaction = writing.root.branch("rsm:SupplyChainTradeTransaction");
        for (int n = 1; n <= invoice.lines().size(); n++) {
            writing.line(
                    transaction.branch("ram:IncludedSupplyChainTradeLineItem"),
                    n,
                    invoice.lines().get(n - 1));
        }
        writing.agreement(transaction.branch("ram:ApplicableHeaderTradeAgreement"));
        writing.delivery(transaction.branch("ram:ApplicableHeaderTradeDelivery"));
        writing.settlement(transaction.branch("ram:ApplicableHeaderTradeSettlement"));
        return writing.root.document();
    }

    private void head(EInvoiceRules rules) {
        Branch context = root.branch("rsm:ExchangedDocumentContext");
        if (!rules.profile().isEmpty()) {
            context.branch("ram:BusinessProcessSpecifiedDocumentContextParameter")
                    .leaf("ram:ID", rules.profile());
        }
        context.branch("ram:GuidelineSpecifiedDocumentContextParameter").leaf("ram:ID", rules.customization());
        Branch document = root.branch("rsm:ExchangedDocument")
                .leaf("ram:ID", invoice.number())
                .leaf("ram:TypeCode", invoice.type().code());
        day(document.branch("ram:IssueDateTime"), DAY, invoice.issued());
        if (!invoice.note().isEmpty()) {
            document.branch("ram:IncludedNote").leaf("ram:Content", invoice.note());
        }
    }

    private static void day(Branch branch, String name, LocalDate day) {
        branch.leaf(name, DateTimeFormatter.BASIC_ISO_DATE.format(day), "format", "102");
    }

    private void line(Branch branch, int n, Line line) {
        branch.branch("ram:AssociatedDocumentLineDocument").leaf("ram:LineID", String.valueOf(n));
        branch.branch("ram:SpecifiedTradeProduct")
                .leaf("ram:Name", line.name())
                .leaf("ram:Description", line.description());
        branch.branch("ram:SpecifiedLineTradeAgreement")
                .branch("ram:NetPriceProductTradePrice")
                .leaf("ram:ChargeAmount", line.price());
        branch.branch("ram:SpecifiedLineTradeDelivery")
                .leaf("ram:BilledQuantity", line.quantity(), "unitCode", line.unit());
        Branch settlement = branch.branch("ram:SpecifiedLineTradeSettlement");
        rate(settlement.branch("ram:ApplicableTradeTax"), line.tax());
        filled(line.discount()).ifPresent(discount -> {
            Branch allowance = settlement.branch("ram:SpecifiedTradeAllowanceCharge");
            allowance.branch("ram:ChargeIndicator").leaf("udt:Indicator", "false");
            allowance.leaf("ram:ActualAmount", discount).leaf("ram:ReasonCode", EInvoiceRules.DISCOUNT);
        });
        settlement.branch("ram:SpecifiedTradeSettlementLineMonetarySummation").leaf("ram:LineTotalAmount", line.net());
    }

    private static void rate(Branch branch, Rate rate) {
        branch.leaf("ram:TypeCode", "VAT")
                .leaf("ram:CategoryCode", rate.category())
                .leaf("ram:RateApplicablePercent", rate.rate());
    }

    private void agreement(Branch branch) {
        branch.leaf("ram:BuyerReference", invoice.buyerReference());
        party(branch.branch("ram:SellerTradeParty"), invoice.seller());
        party(branch.branch("ram:BuyerTradeParty"), invoice.buyer());
        if (!invoice.orderReference().isEmpty()) {
            branch.branch("ram:BuyerOrderReferencedDocument").leaf("ram:IssuerAssignedID", invoice.orderReference());
        }
    }

    private static void party(Branch branch, Party party) {
        branch.leaf("ram:Name", party.name());
        if (!party.legalId().isEmpty()) {
            branch.branch("ram:SpecifiedLegalOrganization").leaf("ram:ID", party.legalId());
        }
        contact(branch, party.contact());
        branch.branch("ram:PostalTradeAddress")
                .leaf("ram:PostcodeCode", party.postalCode())
                .leaf("ram:LineOne", party.street())
                .leaf("ram:CityName", party.city())
                .leaf("ram:CountryID", party.country());
        if (!party.address().isEmpty()) {
            branch.branch("ram:URIUniversalCommunication")
                    .leaf("ram:URIID", party.address(), "schemeID", party.scheme());
        }
        registration(branch, party.vatId(), "VA");
        registration(branch, party.taxNumber(), "FC");
    }

    private static void contact(Branch party, Contact contact) {
        if (contact.isTold()) {
            Branch branch = party.branch("ram:DefinedTradeContact").leaf("ram:PersonName", contact.name());
            if (!contact.phone().isEmpty()) {
                branch.branch("ram:TelephoneUniversalCommunication").leaf("ram:CompleteNumber", contact.phone());
            }
            if (!contact.email().isEmpty()) {
                branch.branch("ram:EmailURIUniversalCommunication").leaf("ram:URIID", contact.email());
            }
        }
    }

    private static void registration(Branch party, String number, String scheme) {
        if (!number.isEmpty()) {
            party.branch("ram:SpecifiedTaxRegistration").leaf("ram:ID", number, "schemeID", scheme);
        }
    }

    private void delivery(Branch branch) {
        invoice.deliveredTo()
                .ifPresent(place -> branch.branch("ram:ShipToTradeParty")
                        .branch("ram:PostalTradeAddress")
                        .leaf("ram:PostcodeCode", place.postalCode())
                        .leaf("ram:CityName", place.city())
                        .leaf("ram:CountryID", place.country()));
        invoice.delivered()
                .ifPresent(day -> day(
                        branch.branch("ram:ActualDeliverySupplyChainEvent").branch("ram:OccurrenceDateTime"),
                        DAY,
                        day));
    }

    private void settlement(Branch branch) {
        branch.leaf("ram:PaymentReference", invoice.number()).leaf("ram:InvoiceCurrencyCode", invoice.currency());
        means(branch);
        invoice.taxes().forEach(tax -> tax(branch.branch("ram:ApplicableTradeTax"), tax));
        invoice.allowances().forEach(each -> allowance(branch.branch("ram:SpecifiedTradeAllowanceCharge"), each));
        terms(branch);
        totals(branch.branch("ram:SpecifiedTradeSettlementHeaderMonetarySummation"));
        invoice.preceding().ifPresent(preceding -> {
            Branch reference =
                    branch.branch("ram:InvoiceReferencedDocument").leaf("ram:IssuerAssignedID", preceding.number());
            day(reference.branch("ram:FormattedIssueDateTime"), "qdt:DateTimeString", preceding.issued());
        });
    }

    private void means(Branch branch) {
        if (!invoice.payment().means().isEmpty()) {
            Branch means = branch.branch("ram:SpecifiedTradeSettlementPaymentMeans")
                    .leaf("ram:TypeCode", invoice.payment().means());
            if (!invoice.payment().iban().isEmpty()) {
                means.branch("ram:PayeePartyCreditorFinancialAccount")
                        .leaf("ram:IBANID", invoice.payment().iban());
            }
            if (!invoice.payment().bic().isEmpty()) {
                means.branch("ram:PayeeSpecifiedCreditorFinancialInstitution")
                        .leaf("ram:BICID", invoice.payment().bic());
            }
        }
    }

    private static void tax(Branch branch, Tax tax) {
        branch.leaf("ram:CalculatedAmount", tax.amount())
                .leaf("ram:TypeCode", "VAT")
                .leaf("ram:ExemptionReason", tax.exemption())
                .leaf("ram:BasisAmount", tax.base())
                .leaf("ram:CategoryCode", tax.tax().category())
                .leaf("ram:RateApplicablePercent", tax.tax().rate());
    }

    private static void allowance(Branch branch, Allowance allowance) {
        branch.branch("ram:ChargeIndicator").leaf("udt:Indicator", "false");
        branch.leaf("ram:ActualAmount", allowance.amount()).leaf("ram:Reason", allowance.reason());
        rate(branch.branch("ram:CategoryTradeTax"), allowance.tax());
    }

    private void terms(Branch branch) {
        String terms = invoice.payment().terms();
        if (!terms.isEmpty() || invoice.due().isPresent()) {
            Branch told = branch.branch("ram:SpecifiedTradePaymentTerms").leaf("ram:Description", terms);
            invoice.due().ifPresent(due -> day(told.branch("ram:DueDateDateTime"), DAY, due));
        }
    }

    private void totals(Branch branch) {
        Totals totals = invoice.totals();
        branch.leaf("ram:LineTotalAmount", totals.lines());
        filled(totals.allowances()).ifPresent(sum -> branch.leaf("ram:AllowanceTotalAmount", sum));
        branch.leaf("ram:TaxBasisTotalAmount", totals.net())
                .leaf("ram:TaxTotalAmount", totals.tax(), "currencyID", invoice.currency());
        filled(totals.rounding()).ifPresent(sum -> branch.leaf("ram:RoundingAmount", sum));
        branch.leaf("ram:GrandTotalAmount", totals.gross());
        filled(totals.prepaid()).ifPresent(sum -> branch.leaf("ram:TotalPrepaidAmount", sum));
        branch.leaf("ram:DuePayableAmount", totals.payable());
    }
}
