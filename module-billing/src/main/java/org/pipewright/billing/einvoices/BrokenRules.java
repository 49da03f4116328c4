package org.pipewright.billing.einvoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.texts.Wording;

/** Says in plain words, and with the field to mend, which rules of e-invoices are broken (S-EINV-04). */
@ApplicationScoped
public class BrokenRules {

    private static final String TEXTS = "billing.einvoice.";
    private static final String SELF_BILLED = TEXTS + "self-billed.";
    private static final String TAX_NUMBER = "organisation.taxNumber";
    private static final String ADDRESS = "organisation.street";
    /** Field of the address of the customer. */
    public static final String BUYER_ADDRESS = "account.addresses";

    private static final String SUPPLIER_ADDRESS = "supplier.addresses";
    private static final String CONTACT = "organisation.email";
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("br-06", "organisation.legalName"),
            Map.entry("br-08", ADDRESS),
            Map.entry("br-09", "organisation.country"),
            Map.entry("br-de-3", ADDRESS),
            Map.entry("br-de-4", ADDRESS),
            Map.entry("br-co-26", TAX_NUMBER),
            Map.entry("br-s-02", TAX_NUMBER),
            Map.entry("br-z-02", TAX_NUMBER),
            Map.entry("br-e-02", TAX_NUMBER),
            Map.entry("br-ae-02", TAX_NUMBER),
            Map.entry("br-ic-02", "account.taxNumber"),
            Map.entry("br-g-02", TAX_NUMBER),
            Map.entry("br-07", "account.name"),
            Map.entry("br-10", BUYER_ADDRESS),
            Map.entry("br-11", BUYER_ADDRESS),
            Map.entry("br-de-8", BUYER_ADDRESS),
            Map.entry("br-de-9", BUYER_ADDRESS),
            Map.entry("br-16", "lines"),
            Map.entry("br-co-25", "term"),
            Map.entry("br-cl-23", "lines.unit"),
            Map.entry("br-e-10", "lines.exemption"),
            Map.entry("br-ae-10", "lines.exemption"),
            Map.entry("br-ic-10", "lines.exemption"),
            Map.entry("br-g-10", "lines.exemption"),
            Map.entry("br-o-10", "lines.exemption"),
            Map.entry("br-ic-11", "deliveredOn"),
            Map.entry("br-de-1", "organisation.iban"),
            Map.entry("br-de-2", CONTACT),
            Map.entry("br-de-5", CONTACT),
            Map.entry("br-de-6", "organisation.phone"),
            Map.entry("br-de-7", CONTACT),
            Map.entry("br-de-15", "buyerReference"),
            Map.entry("peppol-en16931-r003", "buyerReference"),
            Map.entry("peppol-en16931-r010", "account.electronicAddress"),
            Map.entry("peppol-en16931-r020", TAX_NUMBER));

    /** Where the buyer writes, the organisation buys and the account sells. */
    private static final Map<String, String> SWAPPED = Map.of(
            TAX_NUMBER,
            "supplier.taxNumber",
            ADDRESS,
            SUPPLIER_ADDRESS,
            "organisation.country",
            SUPPLIER_ADDRESS,
            CONTACT,
            "supplier.emails",
            "organisation.phone",
            "supplier.phones",
            "organisation.iban",
            "agreement.iban",
            BUYER_ADDRESS,
            ADDRESS,
            "account.taxNumber",
            TAX_NUMBER,
            "account.electronicAddress",
            TAX_NUMBER);

    @Inject
    Wording wording;

    /**
     * One error for each rule that is broken, though both forms of the document tell of it; where the product has no words of its own, those of the standard.
     *
     * @param selfBilled whether the organisation is the buyer
     */
    public List<FieldError> errors(List<Finding> findings, boolean selfBilled) {
        return findings.stream()
                .map(finding -> error(finding, selfBilled))
                .distinct()
                .toList();
    }

    private FieldError error(Finding finding, boolean selfBilled) {
        String rule = finding.rule().toLowerCase(Locale.ROOT);
        String code = rule.startsWith("br-dec-") ? "br-dec" : rule;
        String field = FIELDS.getOrDefault(code, "invoice");
        return new FieldError(
                selfBilled ? SWAPPED.getOrDefault(field, field) : field,
                rule,
                Stream.of(SELF_BILLED + code, TEXTS + code)
                        .skip(selfBilled ? 0 : 1)
                        .filter(this::isWorded)
                        .findFirst()
                        .orElse(finding.message()));
    }

    private boolean isWorded(String text) {
        return !wording.text(Locale.ENGLISH, text).equals(text);
    }
}
