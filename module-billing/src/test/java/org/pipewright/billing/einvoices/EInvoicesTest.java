package org.pipewright.billing.einvoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.billing.einvoices.EInvoiceRules.EN16931;
import static org.pipewright.billing.einvoices.EInvoiceRules.PEPPOL;
import static org.pipewright.billing.einvoices.EInvoiceRules.XRECHNUNG;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.billing.einvoices.EInvoice.Contact;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoice.Type;

/** What is written obeys the schemas and the official rules of EN 16931 and its daughters (S-EINV-01 to S-EINV-06). */
class EInvoicesTest {

    private static final EInvoices E_INVOICES = new EInvoices();

    /** More than twenty invoices and credit notes, of all categories of tax. */
    static Stream<Arguments> prepared() {
        return Stream.of(
                named("one rate", Prepared.invoice().line("4", "150.00", "S", "19")),
                named(
                        "two rates",
                        Prepared.invoice().line("1", "99.99", "S", "19").line("3", "9.35", "S", "7")),
                named("fractions of a cent", Prepared.invoice().line("3", "0.335", "S", "19")),
                named("fractions of an hour", Prepared.invoice().line("1.75", "120", "0", "HUR", "S", "19")),
                named("discount on a line", Prepared.invoice().line("3", "33.33", "10", "C62", "S", "19")),
                named(
                        "discount on the document",
                        Prepared.invoice().line("1", "100", "S", "19").allowance("5", "S", "19")),
                named(
                        "discounts on both",
                        Prepared.invoice()
                                .line("7", "19.99", "12.5", "C62", "S", "19")
                                .line("2", "5", "S", "7")
                                .allowance("3.21", "S", "19")
                                .allowance("0.50", "S", "7")),
                named("zero rated", Prepared.invoice().line("1", "100", "Z", "0")),
                named("exempt", Prepared.invoice().line("1", "100", "E", "0")),
                named("reverse charge", Prepared.invoice().line("1", "100", "AE", "0")),
                named("inside the Union", Prepared.invoice().line("1", "100", "K", "0")),
                named("export", Prepared.invoice().line("1", "100", "G", "0")),
                named(
                        "outside the scope",
                        Prepared.invoice().by(unregistered()).to(consumer()).line("1", "100", "O", "")),
                named(
                        "rates and exemption",
                        Prepared.invoice().line("1", "80", "S", "19").line("1", "20", "E", "0")),
                named("yen", Prepared.invoice().in("JPY").line("3", "333", "S", "10")),
                named("dinars", Prepared.invoice().in("KWD").line("3", "100.100", "S", "10")),
                named("dollars", Prepared.invoice().in("USD").line("3", "33.33", "S", "19")),
                named("prepaid", Prepared.invoice().line("1", "2500", "S", "19").prepaid("500.00")),
                named("credit note", Prepared.creditNote().line("1", "100", "S", "19")),
                named(
                        "part of a credit",
                        Prepared.creditNote()
                                .line("0.5", "99.99", "10", "HUR", "S", "7")
                                .allowance("1", "S", "7")),
                named("credit note of reverse charge", Prepared.creditNote().line("2", "50", "AE", "0")),
                named("corrected", Prepared.invoice().of(Type.CORRECTED).line("1", "100", "S", "19")),
                named("self-billed", Prepared.invoice().of(Type.SELF_BILLED).line("1", "100", "S", "19")),
                named(
                        "credit note for a self-billed one",
                        Prepared.invoice().of(Type.SELF_BILLED_CREDIT_NOTE).line("1", "100", "S", "19")));
    }

    private static Arguments named(String name, Prepared prepared) {
        return Arguments.of(name, prepared.made());
    }

    private static Party unregistered() {
        Party seller = Prepared.SELLER;
        return new Party(
                seller.name(),
                seller.street(),
                seller.postalCode(),
                seller.city(),
                seller.country(),
                "",
                "12/345/67890",
                "HRB 1",
                seller.address(),
                seller.scheme(),
                seller.contact());
    }

    private static Party at(Party party, String address, String scheme) {
        return new Party(
                party.name(),
                party.street(),
                party.postalCode(),
                party.city(),
                party.country(),
                party.vatId(),
                "",
                "",
                address,
                scheme,
                party.contact());
    }

    private static Party consumer() {
        return new Party("Ada Byron", "Street 3", "10117", "Berlin", "DE", "", "", "", "", "", new Contact("", "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prepared")
    void obeysSchemasAndRulesInBothForms(String name, EInvoice invoice) {
        EInvoices.Written ubl = E_INVOICES.written(invoice, Syntax.UBL, EN16931);
        EInvoices.Written cii = E_INVOICES.written(invoice, Syntax.CII, EN16931);

        assertThat(ubl.findings()).isEmpty();
        assertThat(cii.findings()).isEmpty();
        assertThat(new CIID16BCrossIndustryInvoiceTypeMarshaller().read(cii.xml()))
                .isNotNull();
        assertThat(
                        invoice.type().isCredit()
                                ? UBL21Marshaller.creditNote().read(ubl.xml())
                                : UBL21Marshaller.invoice().read(ubl.xml()))
                .isNotNull();
        assertThat(new String(ubl.xml(), StandardCharsets.UTF_8))
                .contains("TypeCode>" + invoice.type().code() + "<");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prepared")
    void isReadAsItWasWritten(String name, EInvoice invoice) {
        for (Syntax syntax : Syntax.values()) {
            byte[] xml = E_INVOICES.written(invoice, syntax, EN16931).xml();

            assertThat(EInvoiceReading.of(xml))
                    .as(syntax.name())
                    .get()
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(invoice);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<Invoice/>",
                "<Invoice><ID>1</ID><IssueDate>yesterday</IssueDate></Invoice>",
                "<CrossIndustryInvoice/>",
                "<html><body>Pay!</body></html>",
                "<!DOCTYPE Invoice [<!ENTITY file SYSTEM 'file:///etc/hostname'>]>"
                        + "<Invoice><ID>&file;</ID><IssueDate>2026-01-01</IssueDate></Invoice>"
            })
    void whatIsNoneIsNotRead(String text) {
        assertThat(EInvoiceReading.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void obeysTheRulesOfGermanAuthorities(Syntax syntax) {
        Prepared invoice = Prepared.invoice().line("4", "150.00", "S", "19");

        assertThat(E_INVOICES.written(invoice.made(), syntax, XRECHNUNG).findings())
                .isEmpty();
        assertThat(rules(invoice.withoutReference(), syntax, XRECHNUNG)).containsExactly("BR-DE-15");
    }

    @Test
    void obeysTheRulesOfPeppol() {
        Prepared invoice = Prepared.invoice()
                .by(at(Prepared.SELLER, "DE123456789", "9930"))
                .to(at(Prepared.BUYER, "FR12345678901", "9957"))
                .line("4", "150.00", "S", "19");

        assertThat(E_INVOICES.written(invoice.made(), Syntax.UBL, PEPPOL).findings())
                .isEmpty();
        assertThat(rules(invoice.to(consumer()), Syntax.UBL, PEPPOL)).contains("PEPPOL-EN16931-R010");
    }

    /** It knows both sides by their numbers of value added tax, whatever their mail is, and takes nobody without one. */
    @Test
    void isAddressedByNumbersOfTaxOnPeppol() {
        EInvoice invoice = Prepared.invoice().line("4", "150.00", "S", "19").made();
        EInvoice toNobody = Prepared.invoice()
                .to(consumer())
                .line("4", "150.00", "S", "19")
                .made()
                .addressed(PEPPOL);

        assertThat(invoice.addressed(EN16931)).isEqualTo(invoice);
        assertThat(invoice.addressed(PEPPOL).seller())
                .extracting(Party::address, Party::scheme)
                .containsExactly("DE123456789", "9930");
        assertThat(E_INVOICES
                        .written(invoice.addressed(PEPPOL), Syntax.UBL, PEPPOL)
                        .findings())
                .isEmpty();
        assertThat(E_INVOICES.written(toNobody, Syntax.UBL, PEPPOL).findings())
                .extracting(Finding::rule)
                .containsExactly("PEPPOL-EN16931-R010");
    }

    /** What a customer is known by is told as it is, but for e-mail addresses, which the network does not take. */
    @Test
    void isAddressedByWhatTheCustomerIsKnownByOnPeppol() {
        EInvoice invoice = Prepared.invoice()
                .to(at(Prepared.BUYER, "7300010000001", "0088"))
                .line("4", "150.00", "S", "19")
                .made();

        assertThat(invoice.addressed(PEPPOL).buyer())
                .extracting(Party::address, Party::scheme)
                .containsExactly("7300010000001", "0088");
        assertThat(E_INVOICES
                        .written(invoice.addressed(PEPPOL), Syntax.UBL, PEPPOL)
                        .findings())
                .isEmpty();
    }

    /** The network has rules of its own for what the buyer writes, and takes it by no others. */
    @ParameterizedTest
    @EnumSource(names = {"SELF_BILLED", "SELF_BILLED_CREDIT_NOTE"})
    void obeysTheRulesOfPeppolForSelfBilling(Type type) {
        Prepared invoice = Prepared.invoice()
                .of(type)
                .by(at(Prepared.SELLER, "DE123456789", "9930"))
                .to(at(Prepared.BUYER, "FR12345678901", "9957"))
                .line("4", "150.00", "S", "19");

        assertThat(rules(invoice, Syntax.UBL, PEPPOL.selfBilled())).isEmpty();
        assertThat(rules(invoice, Syntax.UBL, PEPPOL))
                .containsExactly(type.isCredit() ? "PEPPOL-EN16931-P0101" : "PEPPOL-EN16931-P0100");
        assertThat(rules(invoice.of(Type.INVOICE), Syntax.UBL, PEPPOL.selfBilled()))
                .containsExactly("PEPPOL-EN16931-P0100");
        assertThat(XRECHNUNG.selfBilled()).isEqualTo(XRECHNUNG);
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void namesTheRulesThatAreBroken(Syntax syntax) {
        Party nobody = new Party("", "", "", "", "", "", "", "", "", "", new Contact("", "", ""));

        assertThat(rules(Prepared.invoice().by(nobody).line("1", "100", "S", "19"), syntax, EN16931))
                .contains("BR-06", "BR-09", "BR-CO-26");
        assertThat(rules(Prepared.invoice().line("1", "100", "0", "BOX OF SIX", "S", "19"), syntax, EN16931))
                .contains("BR-CL-23");
        assertThat(rules(Prepared.invoice().in("KWD").line("1", "100.125", "S", "19"), syntax, EN16931))
                .anyMatch(rule -> rule.startsWith("BR-DEC-"));
    }

    private static List<String> rules(Prepared prepared, Syntax syntax, EInvoiceRules rules) {
        return E_INVOICES.written(prepared.made(), syntax, rules).findings().stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }
}
