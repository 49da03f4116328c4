package org.pipewright.billing.providers;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pipewright.platform.spi.payments.AmountDue;

/** The address of a page with the places {@code {number}}, {@code {amount}} and {@code {currency}}. */
final class PageAddress {

    private PageAddress() {}

    /** Whether it is an address of the web that nobody reads along, wherever its places stand. */
    static boolean isGood(String page) {
        return filled(page, "INV-1", "1.00", "EUR").isPresent();
    }

    /** The address for what is due. */
    static Optional<URI> of(String page, AmountDue due) {
        return filled(
                page,
                due.document(),
                due.amount().amount().toPlainString(),
                due.amount().currency());
    }

    private static Optional<URI> filled(String page, String number, String amount, String currency) {
        String address = page.replace("{number}", encoded(number))
                .replace("{amount}", encoded(amount))
                .replace("{currency}", encoded(currency));
        try {
            return Optional.of(new URI(address))
                    .filter(uri -> "https".equals(uri.getScheme()) && uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
