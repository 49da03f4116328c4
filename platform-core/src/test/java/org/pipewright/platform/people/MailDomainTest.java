package org.pipewright.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDomainTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, example.com",
        "ADA@EXAMPLE.COM, example.com",
        "ada@mail.example.com, mail.example.com",
        "'\"a@b\"@example.com', example.com",
        "ada@bücher.example, xn--bcher-kva.example"
    })
    void isWhatStandsBehindTheLastAt(String address, String domain) {
        assertThat(MailDomain.ofAddress(address)).contains(new MailDomain(domain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "@example.com", "ada@", "ada@localhost", "ada@-x.example", "ada@exa mple.com"})
    void isNotInWhatIsNoAddress(String address) {
        assertThat(MailDomain.ofAddress(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "com", "example..com", ".example.com", "example.com.", "a_b.example", "exa\u0000mple.com"})
    void isNotEveryText(String text) {
        assertThat(MailDomain.named(text)).isEmpty();
    }

    @Test
    void isProvenBesideItsOtherRecords() {
        assertThat(new MailDomain("example.com").recordName()).isEqualTo("_pipewright.example.com");
    }

    @ParameterizedTest
    @CsvSource({"gmail.com, true", "mail.gmail.com, true", "notgmail.com, false", "web.de, true", "example.com, false"})
    void isNobodysWhereAnybodyCanHaveAnAddress(String domain, boolean isPublic) {
        PublicMailDomains known = new PublicMailDomains();
        known.domains = "gmail.com, web.de";

        assertThat(known.include(new MailDomain(domain))).isEqualTo(isPublic);
    }
}
