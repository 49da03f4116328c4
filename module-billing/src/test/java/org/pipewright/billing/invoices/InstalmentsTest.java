package org.pipewright.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.money.Money;

class InstalmentsTest {

    @Test
    void addUpToTheTotalToTheCent() {
        assertThat(split("100.01", "EUR", "30", "70")).containsExactly("30.00", "70.01");
        assertThat(split("100", "EUR", "33.33", "33.33", "33.34")).containsExactly("33.33", "33.33", "33.34");
        assertThat(split("0.01", "EUR", "50", "50")).containsExactly("0.01", "0.00");
    }

    @Test
    void haveTheDecimalsOfTheCurrency() {
        assertThat(split("101", "JPY", "50", "50")).containsExactly("51", "50");
        assertThat(split("1.001", "KWD", "50", "50")).containsExactly("0.501", "0.500");
    }

    private static List<String> split(String total, String currency, String... percentages) {
        Money whole = Money.of(new BigDecimal(total), currency);
        return Instalments.split(
                        whole,
                        List.of(percentages).stream().map(BigDecimal::new).toList())
                .stream()
                .map(amount -> amount.amount().toPlainString())
                .toList();
    }
}
