package org.pipewright.billing.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.payments.PaymentTold;

class ToldInJsonTest {

    private static PaymentTold read(String json) {
        return ToldInJson.payment(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> wrong(String json) {
        return catchThrowableOfType(Refusal.class, () -> read(json)).errors().stream()
                .map(FieldError::field)
                .toList();
    }

    private static String over(String amount, String currency) {
        return "{'id':'p','invoice':'I','amount':{'amount':'" + amount + "','currency':'" + currency + "'}}";
    }

    @Test
    void tellsThePayment() {
        PaymentTold told = read("{'id':'pay_1','invoice':' INV-1 ','amount':{'amount':'119.50','currency':'EUR'},"
                + "'paidOn':'2026-01-31','payer':'Ada','more':[1]}");

        assertThat(told.key()).isEqualTo("pay_1");
        assertThat(told.document()).isEqualTo("INV-1");
        assertThat(told.amount().amount()).isEqualByComparingTo("119.50");
        assertThat(told.amount().currency()).isEqualTo("EUR");
        assertThat(told.paidOn()).contains(LocalDate.of(2026, 1, 31));
        assertThat(told.payer()).contains("Ada");
    }

    @Test
    void mayLeaveDayAndPayerOut() {
        PaymentTold told = read(over("5", "JPY"));

        assertThat(told.paidOn()).isEmpty();
        assertThat(told.payer()).isEmpty();
    }

    @Test
    void namesAllThatIsMissing() {
        assertThat(wrong("{}")).containsExactly("id", "invoice", "amount.currency", "amount.amount");
    }

    @ParameterizedTest
    @CsvSource({
        "0,EUR",
        "0.00,EUR",
        "-1,EUR",
        "1e3,EUR",
        "1.005,EUR",
        "1.5,JPY",
        "1.2345,KWD",
        "1234567890123456,EUR",
        "1.,EUR"
    })
    void refusesAmountsThatCannotBe(String amount, String currency) {
        assertThat(wrong(over(amount, currency))).containsExactly("amount.amount");
    }

    @Test
    void refusesCurrenciesAndDaysThatCannotBe() {
        assertThat(wrong(over("1", "EURO"))).containsExactly("amount.currency");
        assertThat(wrong("{'paidOn':'2026-02-30'," + over("1", "EUR").substring(1)))
                .containsExactly("paidOn");
        assertThat(wrong("{'paidOn':'+99999-01-01'," + over("1", "EUR").substring(1)))
                .containsExactly("paidOn");
    }

    @Test
    void refusesTextsThatAreNone() {
        assertThat(wrong("{'payer':7," + over("1", "EUR").substring(1))).containsExactly("payer");
        assertThat(wrong("{'payer':'a\\u0000b'," + over("1", "EUR").substring(1)))
                .containsExactly("payer");
        assertThat(wrong(
                        "{'payer':'" + "x".repeat(141) + "'," + over("1", "EUR").substring(1)))
                .containsExactly("payer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "[]", "7", "{'id':"})
    void refusesWhatIsNoObject(String body) {
        assertThat(catchThrowableOfType(Refusal.class, () -> read(body)).code().slug())
                .isEqualTo("callback");
    }
}
