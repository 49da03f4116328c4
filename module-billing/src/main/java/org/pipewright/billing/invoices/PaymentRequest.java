package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.links.OutsidePage.Fact;
import org.pipewright.platform.spi.links.OutsidePage.Picture;
import org.pipewright.platform.spi.tenants.Imprint;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Wording;

/** How what is open of an invoice is paid: to which account, under which reference, and as a code (S-PAY-08). */
@ApplicationScoped
class PaymentRequest {

    @Inject
    Imprints imprints;

    @Inject
    Wording wording;

    /** Account and reference; nothing where nothing is to be paid, or the organisation names no account. */
    List<Fact> facts(Invoice invoice) {
        Imprint payee = imprints.now();
        Locale language = invoice.language().locale();
        return !invoice.isPayable() || payee.iban().isBlank()
                ? List.of()
                : Stream.of(
                                fact(language, "payee", payee.legalName()),
                                fact(language, "iban", legible(payee.iban())),
                                fact(language, "bic", payee.bic()),
                                fact(language, "reference", invoice.number().orElse("")))
                        .filter(fact -> !fact.value().isBlank())
                        .toList();
    }

    /** The same in lines of a mail. */
    String words(Invoice invoice) {
        return facts(invoice).stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    /** The code over what is open now; none where transfers by it are not possible. */
    List<Picture> codes(Invoice invoice) {
        return invoice.isPayable()
                ? PaymentCode.text(
                                imprints.now(), invoice.open(), invoice.number().orElse(""))
                        .map(code -> new Picture(
                                wording.text(invoice.language().locale(), "billing.paper.code"),
                                PaymentCode.picture(code),
                                code))
                        .stream()
                        .toList()
                : List.of();
    }

    /** In groups of four, as people read it. */
    private static String legible(String iban) {
        return iban.replaceAll("\\s", "").replaceAll("(.{4})(?=.)", "$1 ");
    }

    private Fact fact(Locale language, String key, String value) {
        return new Fact(wording.text(language, "billing.paper.pay-" + key), value);
    }
}
