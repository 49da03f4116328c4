package org.pipewright.billing.einvoices;

import static org.pipewright.billing.einvoices.EInvoiceReading.amount;
import static org.pipewright.billing.einvoices.EInvoiceReading.day;
import static org.pipewright.billing.einvoices.EInvoiceReading.number;
import static org.pipewright.billing.einvoices.EInvoiceReading.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.billing.einvoices.EInvoice.Allowance;
import org.pipewright.billing.einvoices.EInvoice.Contact;
import org.pipewright.billing.einvoices.EInvoice.Line;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoice.Payment;
import org.pipewright.billing.einvoices.EInvoice.Place;
import org.pipewright.billing.einvoices.EInvoice.Preceding;
import org.pipewright.billing.einvoices.EInvoice.Rate;
import org.pipewright.billing.einvoices.EInvoice.Tax;
import org.pipewright.billing.einvoices.EInvoice.Totals;
import org.pipewright.billing.einvoices.EInvoice.Type;
import org.pipewright.billing.xml.XmlElement;

/** Reads the UBL 2.1 form. */
final class UblReading {

    private final XmlElement root;
    private final String kind;

    UblReading(XmlElement root) {
        this.root = root;
        kind = root.name();
    }

    EInvoice invoice() {
        XmlElement totals = root.at("LegalMonetaryTotal").findFirst().orElse(root);
        return new EInvoice(
                Type.of(text(root, kind + "TypeCode"), "CreditNote".equals(kind)),
                root.text("ID").orElseThrow(),
                day(root, "IssueDate").orElseThrow(),
                day(root, "DueDate").or(() -> day(root, "PaymentMeans", "PaymentDueDate")),
                day(root, "Delivery", "ActualDeliveryDate"),
                root.at("Delivery", "DeliveryLocation", "Address").findFirst().map(UblReading::place),
                text(root, "DocumentCurrencyCode"),
                text(root, "BuyerReference"),
                text(root, "OrderReference", "ID"),
                text(root, "Note"),
                root.at("BillingReference", "InvoiceDocumentReference")
                        .findFirst()
                        .flatMap(UblReading::preceding),
                party("AccountingSupplierParty"),
                party("AccountingCustomerParty"),
                payment(),
                Stream.concat(root.at("InvoiceLine"), root.at("CreditNoteLine"))
                        .map(UblReading::line)
                        .toList(),
                root.at("AllowanceCharge")
                        .filter(UblReading::isAllowance)
                        .map(UblReading::allowance)
                        .toList(),
                root.at("TaxTotal")
                        .flatMap(total -> total.at("TaxSubtotal"))
                        .map(UblReading::tax)
                        .toList(),
                totals(totals));
    }

    private Totals totals(XmlElement totals) {
        return new Totals(
                amount(totals, "LineExtensionAmount"),
                amount(totals, "AllowanceTotalAmount"),
                amount(totals, "TaxExclusiveAmount"),
                amount(root, "TaxTotal", "TaxAmount"),
                amount(totals, "TaxInclusiveAmount"),
                amount(totals, "PrepaidAmount"),
                amount(totals, "PayableRoundingAmount"),
                amount(totals, "PayableAmount"));
    }

    private static Place place(XmlElement address) {
        return new Place(
                text(address, "PostalZone"), text(address, "CityName"), text(address, "Country", "IdentificationCode"));
    }

    private static Optional<Preceding> preceding(XmlElement reference) {
        return day(reference, "IssueDate").map(issued -> new Preceding(text(reference, "ID"), issued));
    }

    private Party party(String role) {
        XmlElement party = root.at(role, "Party").findFirst().orElse(root);
        return new Party(
                party.text("PartyLegalEntity", "RegistrationName").orElse(text(party, "PartyName", "Name")),
                text(party, "PostalAddress", "StreetName"),
                text(party, "PostalAddress", "PostalZone"),
                text(party, "PostalAddress", "CityName"),
                text(party, "PostalAddress", "Country", "IdentificationCode"),
                registration(party, true),
                registration(party, false),
                text(party, "PartyLegalEntity", "CompanyID"),
                text(party, "EndpointID"),
                party.at("EndpointID")
                        .findFirst()
                        .map(endpoint -> endpoint.attribute("schemeID"))
                        .orElse(""),
                new Contact(
                        text(party, "Contact", "Name"),
                        text(party, "Contact", "Telephone"),
                        text(party, "Contact", "ElectronicMail")));
    }

    private static String registration(XmlElement party, boolean vat) {
        return party.at("PartyTaxScheme")
                .filter(scheme -> vat == "VAT".equals(text(scheme, "TaxScheme", "ID")))
                .findFirst()
                .map(scheme -> text(scheme, "CompanyID"))
                .orElse("");
    }

    private Payment payment() {
        return new Payment(
                text(root, "PaymentMeans", "PaymentMeansCode"),
                text(root, "PaymentMeans", "PayeeFinancialAccount", "ID"),
                text(root, "PaymentMeans", "PayeeFinancialAccount", "FinancialInstitutionBranch", "ID"),
                text(root, "PaymentTerms", "Note"));
    }

    private static Line line(XmlElement line) {
        Optional<XmlElement> quantity = Stream.concat(line.at("InvoicedQuantity"), line.at("CreditedQuantity"))
                .findFirst();
        return new Line(
                text(line, "Item", "Name"),
                text(line, "Item", "Description"),
                quantity.map(XmlElement::number).orElse(BigDecimal.ZERO),
                quantity.map(told -> told.attribute("unitCode")).orElse(""),
                amount(line, "Price", "PriceAmount"),
                line.at("AllowanceCharge")
                        .filter(UblReading::isAllowance)
                        .map(each -> amount(each, "Amount"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                amount(line, "LineExtensionAmount"),
                line.at("Item", "ClassifiedTaxCategory")
                        .findFirst()
                        .map(UblReading::rate)
                        .orElse(Rate.UNSAID));
    }

    private static boolean isAllowance(XmlElement each) {
        return "false".equals(text(each, "ChargeIndicator"));
    }

    private static Allowance allowance(XmlElement each) {
        return new Allowance(
                amount(each, "Amount"),
                text(each, "AllowanceChargeReason"),
                each.at("TaxCategory").findFirst().map(UblReading::rate).orElse(Rate.UNSAID));
    }

    private static Tax tax(XmlElement subtotal) {
        return new Tax(
                subtotal.at("TaxCategory").findFirst().map(UblReading::rate).orElse(Rate.UNSAID),
                amount(subtotal, "TaxableAmount"),
                amount(subtotal, "TaxAmount"),
                text(subtotal, "TaxCategory", "TaxExemptionReason"));
    }

    private static Rate rate(XmlElement category) {
        return new Rate(text(category, "ID"), number(category, "Percent"));
    }
}
