package org.pipewright.billing.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.billing.einvoices.EInvoice.Party;

/** Accounts are named and found where they want it; what people wrote is told apart for programs (S-ORD-01, S-EINV-03). */
class AccountOnPaperTest {

    private static final String ACCOUNT = """
            {"name": "Farm", "legalName": "Farm Ltd", "addresses": [
              {"kind": "WORK", "primary": true, "street": "Field 1", "postalCode": "14467", "city": "Potsdam",
               "country": "DE"},
              {"kind": "BILLING", "street": "Ledger 2", "postalCode": "10115", "city": "Berlin", "country": "DE"},
              {"kind": "SHIPPING", "street": "Ramp 3", "postalCode": "75002", "city": "Paris", "country": "FR"}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Weg 3/14467 Potsdam; Weg 3; 14467; Potsdam; DE",
                "Weg 3/D-14467 Potsdam/Deutschland; Weg 3; 14467; Potsdam; DE",
                "Rue 1/Bureau 4/75002 Paris/France; Rue 1, Bureau 4; 75002; Paris; FR",
                "Dam 1/1012 JS Amsterdam/NL; Dam 1; 1012 JS; Amsterdam; NL",
                "1 High Street/London SW1A 1AA/United Kingdom; 1 High Street; SW1A 1AA; London; GB",
                "5 Main Street/Springfield, IL 62701/USA or so; 5 Main Street, Springfield, IL 62701, USA or so; ; ; DE",
                "5 Main Street/Springfield, IL 62701; 5 Main Street; IL 62701; Springfield; DE",
                "Farm Ltd/Weg 3/14467 Potsdam; Weg 3; 14467; Potsdam; DE",
                "Feldweg 12; Feldweg 12; ; ; DE"
            })
    void tellsApartWhatItFinds(String text, String street, String code, String city, String country) {
        var buyer = at(text).buyer();

        assertThat(buyer.street()).isEqualTo(street);
        assertThat(buyer.postalCode()).isEqualTo(code == null ? "" : code);
        assertThat(buyer.city()).isEqualTo(city == null ? "" : city);
        assertThat(buyer.country()).isEqualTo(country);
    }

    @Test
    void standsOnPaperUnderTheNameAsItWasWritten() {
        assertThat(at("Accounting/Weg 3/14467 Potsdam").lines("DE", Locale.ENGLISH))
                .containsExactly("Farm Ltd", "Accounting", "Weg 3", "14467 Potsdam");
        assertThat(at("farm/Weg 3").lines("DE", Locale.ENGLISH)).containsExactly("Farm Ltd", "Weg 3");
    }

    @Test
    void withoutOneTheAddressForBillsIsTakenAndGoodsGoToTheOneForGoods() {
        AccountOnPaper own = new AccountOnPaper(account(ACCOUNT));

        assertThat(own.lines("DE", Locale.ENGLISH)).isEqualTo(List.of("Farm Ltd", "Ledger 2", "10115 Berlin"));
        assertThat(own.place().city()).isEqualTo("Paris");
    }

    @Test
    void programsFindTheCustomerUnderItsElectronicAddressOrElseItsMail() {
        String mail = "{\"name\": \"Farm\", \"emails\": [{\"value\": \"farm@example.org\"}]";

        assertThat(new AccountOnPaper(account(mail + "}")).buyer())
                .extracting(Party::address, Party::scheme)
                .containsExactly("farm@example.org", "EM");
        assertThat(new AccountOnPaper(account(mail
                                + ", \"electronicAddress\": \"991-12345-06\", \"electronicScheme\": \"LEITWEG_ID\"}"))
                        .buyer())
                .extracting(Party::address, Party::scheme)
                .containsExactly("991-12345-06", "0204");
    }

    private static AccountOnPaper at(String text) {
        return new AccountOnPaper(account(ACCOUNT), Optional.of(WrittenAddress.of(text.replace('/', '\n'))));
    }

    private static JsonObject account(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}
