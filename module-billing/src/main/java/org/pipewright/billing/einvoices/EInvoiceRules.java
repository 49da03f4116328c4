package org.pipewright.billing.einvoices;

import java.util.Optional;
import org.pipewright.platform.spi.documents.EInvoiceForm;

/** The rules an e-invoice has to obey, chosen for each customer (S-EINV-03). */
public enum EInvoiceRules {
    /** The European standard alone. */
    EN16931("urn:cen.eu:en16931:2017", ""),
    /** German authorities. */
    XRECHNUNG(
            "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
            "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"),
    /** The Peppol network, BIS Billing 3; only as UBL. */
    PEPPOL(
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
            "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"),
    /** The Peppol network again, BIS Self-Billing 3: what the buyer writes has rules of its own there. */
    PEPPOL_SELF_BILLING(
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0",
            "urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0");

    /** Discount, by UNTDID 5189. */
    static final String DISCOUNT = "95";

    private final String customization;
    private final String profile;

    EInvoiceRules(String customization, String profile) {
        this.customization = customization;
        this.profile = profile;
    }

    /** What that form obeys; nothing without an e-invoice. */
    public static Optional<EInvoiceRules> of(EInvoiceForm form) {
        return switch (form) {
            case NONE -> Optional.empty();
            case EN16931 -> Optional.of(EN16931);
            case XRECHNUNG, XRECHNUNG_CII -> Optional.of(XRECHNUNG);
            case PEPPOL -> Optional.of(PEPPOL);
        };
    }

    /** The rules for what the buyer writes in the name of the seller. */
    public EInvoiceRules selfBilled() {
        return this == PEPPOL ? PEPPOL_SELF_BILLING : this;
    }

    /** Whether it goes through the Peppol network. */
    boolean isOfPeppol() {
        return this == PEPPOL || this == PEPPOL_SELF_BILLING;
    }

    /** BT-24. */
    String customization() {
        return customization;
    }

    /** BT-23, or empty. */
    String profile() {
        return profile;
    }
}
