package org.pipewright.platform.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {

    @ParameterizedTest
    @CsvSource({
        "ACME GmbH, acme",
        "Acme, acme",
        "Acme GmbH & Co. KG, acme",
        "'Acme, Inc.', acme",
        "Rossi S.p.A., rossi",
        "Müller & Söhne OHG, muller sohne",
        "MUELLER & SOEHNE, muller sohne",
        "Straße AG, strasse",
        "AG, ag",
        "Co-op Bank plc, co op bank",
    })
    void organisationsAreTheSameWhateverTheirLegalForm(String name, String form) {
        assertThat(NameForms.organisation(name)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"Ada Byron, ada byron", "'Byron, Ada', ada byron", "José  Núñez, jose nunez"})
    void peopleAreTheSameInWhicheverOrder(String name, String form) {
        assertThat(NameForms.person(name)).isEqualTo(form);
    }

    @Test
    void numbersAreTheirLettersAndDigits() {
        assertThat(NameForms.number("de 123/456-789")).isEqualTo("DE123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Acme.example/start?x=1, acme.example",
        "acme.example:8080, acme.example",
        "info@acme.example, acme.example",
        "http://shop.acme.example, shop.acme.example",
    })
    void domainsAreToldFromAddresses(String address, String domain) {
        assertThat(Domains.of(address)).contains(domain);
    }

    @ParameterizedTest
    @CsvSource({"ada@gmail.com", "http://localhost"})
    void whereEverybodyMayBeTellsNothing(String address) {
        assertThat(Domains.of(address)).isEmpty();
    }
}
