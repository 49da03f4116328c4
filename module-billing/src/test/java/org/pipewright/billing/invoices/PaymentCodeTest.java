package org.pipewright.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.tenants.Imprint;

/** The code by which invoices are paid (S-PAY-08). */
class PaymentCodeTest {

    private static Imprint payee(String iban) {
        return new Imprint(
                "Acme", "Acme Bäder GmbH", "", "", "", "DE", "", "", "", "", "", iban, "COBADEFFXXX", Locale.GERMANY);
    }

    private static Money money(String amount, String currency) {
        return Money.of(new BigDecimal(amount), currency);
    }

    @Test
    void saysToWhomHowMuchAndWhatFor() throws Exception {
        String text = PaymentCode.text(payee("DE89 3704 0044 0532 0130 00"), money("119.0000", "EUR"), "INV-2025-102")
                .orElseThrow();

        assertThat(decoded(PaymentCode.picture(text)))
                .isEqualTo(String.join(
                        "\n",
                        "BCD",
                        "002",
                        "1",
                        "SCT",
                        "COBADEFFXXX",
                        "Acme Bäder GmbH",
                        "DE89370400440532013000",
                        "EUR119.00",
                        "",
                        "",
                        "INV-2025-102"));
    }

    private static String decoded(String picture) throws Exception {
        byte[] png = Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @Test
    void isThereOnlyWhereSuchTransfersAre() {
        assertThat(PaymentCode.text(payee(""), money("119", "EUR"), "x")).isEmpty();
        assertThat(PaymentCode.text(payee("DE89370400440532013000"), money("119", "SEK"), "x"))
                .isEmpty();
        assertThat(PaymentCode.text(payee("DE89370400440532013000"), money("0", "EUR"), "x"))
                .isEmpty();
    }
}
