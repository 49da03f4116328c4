package org.pipewright.billing.invoices;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.tenants.Imprint;

/** The QR code that banking programs read transfers from, by EPC069-12, version 002 (S-PAY-08). */
final class PaymentCode {

    private static final String CURRENCY = "EUR";
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_REFERENCE = 140;

    /** Pixels: large enough to stay sharp on paper. */
    private static final int SIZE = 360;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    private PaymentCode() {}

    /** What the code says; none where transfers by it are not possible. */
    static Optional<String> text(Imprint payee, Money amount, String reference) {
        boolean possible = !payee.iban().isBlank()
                && amount.currency().equals(CURRENCY)
                && amount.amount().signum() > 0
                && amount.amount().compareTo(MOST) <= 0;
        return possible
                ? Optional.of(String.join(
                        "\n",
                        "BCD",
                        "002",
                        "1",
                        "SCT",
                        plain(payee.bic()),
                        cut(payee.legalName(), LONGEST_NAME),
                        plain(payee.iban()),
                        CURRENCY
                                + Money.rounded(amount.amount(), CURRENCY)
                                        .amount()
                                        .toPlainString(),
                        "",
                        "",
                        cut(reference, LONGEST_REFERENCE)))
                : Optional.empty();
    }

    private static String plain(String number) {
        return number.replaceAll("\\s", "");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** The code as a picture that stands in the paper itself. */
    static String picture(String text) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(text));
    }

    private static byte[] png(String text) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(drawn(text), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(String text) {
        BitMatrix bits = bits(text);
        BufferedImage image = new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                image.setRGB(x, y, bits.get(x, y) ? BLACK : WHITE);
            }
        }
        return image;
    }

    private static BitMatrix bits(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            SIZE,
                            SIZE,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
