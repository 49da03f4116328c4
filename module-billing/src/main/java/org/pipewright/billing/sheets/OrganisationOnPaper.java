package org.pipewright.billing.sheets;

import java.util.List;
import java.util.stream.Stream;
import org.pipewright.billing.einvoices.EInvoice.Contact;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoice.Payment;
import org.pipewright.billing.einvoices.EInvoice.Place;
import org.pipewright.platform.spi.tenants.Imprint;

/** The organisation as documents name it. */
public record OrganisationOnPaper(Imprint imprint) {

    static final String MAIL = "EM";

    /** Bank transfer inside the single euro payments area, by UNTDID 4461. */
    private static final String TRANSFER = "58";

    /** Name and address, line by line. */
    public List<String> lines() {
        return Stream.of(
                        imprint.legalName(),
                        imprint.street(),
                        (imprint.postalCode() + " " + imprint.city()).strip(),
                        imprint.taxNumber(),
                        imprint.iban())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Who sells. */
    public Party seller() {
        return party(
                TaxNumbers.isVat(imprint.taxNumber()) ? "" : imprint.taxNumber(),
                new Contact(imprint.legalName(), imprint.phone(), imprint.email()));
    }

    /** Who buys. */
    public Party buyer() {
        return party("", new Contact("", "", ""));
    }

    private Party party(String otherNumber, Contact contact) {
        return new Party(
                imprint.legalName(),
                imprint.street(),
                imprint.postalCode(),
                imprint.city(),
                imprint.country(),
                TaxNumbers.vat(imprint.taxNumber()),
                otherNumber,
                imprint.registrationNumber(),
                imprint.email(),
                MAIL,
                contact);
    }

    /** Where it gets what is delivered. */
    public Place place() {
        return new Place(imprint.postalCode(), imprint.city(), imprint.country());
    }

    /** How it is paid. */
    public Payment payment(String terms) {
        return transfer(imprint.iban(), imprint.bic(), terms);
    }

    /** How somebody with that account is paid; nobody says how where there is none. */
    public static Payment transfer(String iban, String bic, String terms) {
        return new Payment(iban.isEmpty() ? "" : TRANSFER, TaxNumbers.plain(iban), TaxNumbers.plain(bic), terms);
    }
}
