package org.pipewright.billing.einvoices;

import static org.pipewright.billing.einvoices.EInvoiceReading.amount;
import static org.pipewright.billing.einvoices.EInvoiceReading.number;
import static org.pipewright.billing.einvoices.EInvoiceReading.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
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

/** Reads the Cross Industry Invoice, as Factur-X and ZUGFeRD have it. */
final class CiiReading {

    private static final String DAY = "DateTimeString";
    private static final String CREDIT_NOTE = "381";

    private final XmlElement document;
    private final XmlElement transaction;
    private final XmlElement agreement;
    private final XmlElement delivery;
    private final XmlElement settlement;

    CiiReading(XmlElement root) {
        document = part(root, "ExchangedDocument");
        transaction = part(root, "SupplyChainTradeTransaction");
        agreement = part(transaction, "ApplicableHeaderTradeAgreement");
        delivery = part(transaction, "ApplicableHeaderTradeDelivery");
        settlement = part(transaction, "ApplicableHeaderTradeSettlement");
    }

    private static XmlElement part(XmlElement whole, String name) {
        return whole.at(name).findFirst().orElseThrow();
    }

    EInvoice invoice() {
        String code = text(document, "TypeCode");
        return new EInvoice(
                Type.of(code, CREDIT_NOTE.equals(code)),
                document.text("ID").orElseThrow(),
                day(document, "IssueDateTime", DAY).orElseThrow(),
                day(settlement, "SpecifiedTradePaymentTerms", "DueDateDateTime", DAY),
                day(delivery, "ActualDeliverySupplyChainEvent", "OccurrenceDateTime", DAY),
                delivery.at("ShipToTradeParty", "PostalTradeAddress")
                        .findFirst()
                        .map(CiiReading::place),
                text(settlement, "InvoiceCurrencyCode"),
                text(agreement, "BuyerReference"),
                text(agreement, "BuyerOrderReferencedDocument", "IssuerAssignedID"),
                text(document, "IncludedNote", "Content"),
                settlement.at("InvoiceReferencedDocument").findFirst().flatMap(CiiReading::preceding),
                party("SellerTradeParty"),
                party("BuyerTradeParty"),
                payment(),
                transaction
                        .at("IncludedSupplyChainTradeLineItem")
                        .map(CiiReading::line)
                        .toList(),
                settlement
                        .at("SpecifiedTradeAllowanceCharge")
                        .filter(CiiReading::isAllowance)
                        .map(CiiReading::allowance)
                        .toList(),
                settlement.at("ApplicableTradeTax").map(CiiReading::tax).toList(),
                totals(part(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation")));
    }

    private static Totals totals(XmlElement sums) {
        return new Totals(
                amount(sums, "LineTotalAmount"),
                amount(sums, "AllowanceTotalAmount"),
                amount(sums, "TaxBasisTotalAmount"),
                amount(sums, "TaxTotalAmount"),
                amount(sums, "GrandTotalAmount"),
                amount(sums, "TotalPrepaidAmount"),
                amount(sums, "RoundingAmount"),
                amount(sums, "DuePayableAmount"));
    }

    /** As eight digits, which is form 102 of its list and the only one that the norm allows. */
    private static Optional<LocalDate> day(XmlElement from, String... path) {
        return from.text(path).map(day -> LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE));
    }

    private static Place place(XmlElement address) {
        return new Place(text(address, "PostcodeCode"), text(address, "CityName"), text(address, "CountryID"));
    }

    private static Optional<Preceding> preceding(XmlElement reference) {
        return day(reference, "FormattedIssueDateTime", DAY)
                .map(issued -> new Preceding(text(reference, "IssuerAssignedID"), issued));
    }

    private Party party(String role) {
        XmlElement party = part(agreement, role);
        return new Party(
                text(party, "Name"),
                text(party, "PostalTradeAddress", "LineOne"),
                text(party, "PostalTradeAddress", "PostcodeCode"),
                text(party, "PostalTradeAddress", "CityName"),
                text(party, "PostalTradeAddress", "CountryID"),
                registration(party, "VA"),
                registration(party, "FC"),
                text(party, "SpecifiedLegalOrganization", "ID"),
                text(party, "URIUniversalCommunication", "URIID"),
                scheme(party, "URIUniversalCommunication", "URIID"),
                new Contact(
                        text(party, "DefinedTradeContact", "PersonName"),
                        text(party, "DefinedTradeContact", "TelephoneUniversalCommunication", "CompleteNumber"),
                        text(party, "DefinedTradeContact", "EmailURIUniversalCommunication", "URIID")));
    }

    private static String registration(XmlElement party, String scheme) {
        return party.at("SpecifiedTaxRegistration", "ID")
                .filter(id -> scheme.equals(id.attribute("schemeID")))
                .map(XmlElement::text)
                .findFirst()
                .orElse("");
    }

    private static String scheme(XmlElement from, String... path) {
        return from.at(path)
                .findFirst()
                .map(found -> found.attribute("schemeID"))
                .orElse("");
    }

    private Payment payment() {
        String means = "SpecifiedTradeSettlementPaymentMeans";
        return new Payment(
                text(settlement, means, "TypeCode"),
                text(settlement, means, "PayeePartyCreditorFinancialAccount", "IBANID"),
                text(settlement, means, "PayeeSpecifiedCreditorFinancialInstitution", "BICID"),
                text(settlement, "SpecifiedTradePaymentTerms", "Description"));
    }

    private static Line line(XmlElement line) {
        Optional<XmlElement> quantity =
                line.at("SpecifiedLineTradeDelivery", "BilledQuantity").findFirst();
        XmlElement sums = part(line, "SpecifiedLineTradeSettlement");
        return new Line(
                text(line, "SpecifiedTradeProduct", "Name"),
                text(line, "SpecifiedTradeProduct", "Description"),
                quantity.map(XmlElement::number).orElse(BigDecimal.ZERO),
                quantity.map(told -> told.attribute("unitCode")).orElse(""),
                amount(line, "SpecifiedLineTradeAgreement", "NetPriceProductTradePrice", "ChargeAmount"),
                sums.at("SpecifiedTradeAllowanceCharge")
                        .filter(CiiReading::isAllowance)
                        .map(each -> amount(each, "ActualAmount"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                amount(sums, "SpecifiedTradeSettlementLineMonetarySummation", "LineTotalAmount"),
                sums.at("ApplicableTradeTax").findFirst().map(CiiReading::rate).orElse(Rate.UNSAID));
    }

    private static boolean isAllowance(XmlElement each) {
        return "false".equals(text(each, "ChargeIndicator", "Indicator"));
    }

    private static Allowance allowance(XmlElement each) {
        return new Allowance(
                amount(each, "ActualAmount"),
                text(each, "Reason"),
                each.at("CategoryTradeTax").findFirst().map(CiiReading::rate).orElse(Rate.UNSAID));
    }

    private static Tax tax(XmlElement tax) {
        return new Tax(
                rate(tax), amount(tax, "BasisAmount"), amount(tax, "CalculatedAmount"), text(tax, "ExemptionReason"));
    }

    private static Rate rate(XmlElement tax) {
        return new Rate(text(tax, "CategoryCode"), number(tax, "RateApplicablePercent"));
    }
}
