package org.pipewright.billing.einvoices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.spi.documents.EInvoiceForm;
import org.w3c.dom.Document;

/** The two forms EN 16931 allows. */
public enum Syntax {
    /** OASIS UBL 2.1. */
    UBL {
        @Override
        Document written(EInvoice invoice, EInvoiceRules rules) {
            return UblWriting.of(invoice, rules);
        }
    },
    /** UN/CEFACT Cross Industry Invoice, as Factur-X has it inside a PDF. */
    CII {
        @Override
        Document written(EInvoice invoice, EInvoiceRules rules) {
            return CiiWriting.of(invoice, rules);
        }
    };

    private static final String FOLDER = "/external/schematron/";

    /** The one in which the file of that form is written. */
    public static Syntax of(EInvoiceForm form) {
        return form == EInvoiceForm.XRECHNUNG_CII ? CII : UBL;
    }

    abstract Document written(EInvoice invoice, EInvoiceRules rules);

    /** Where the official rules stand that a document of this form has to obey. */
    List<String> schematrons(EInvoiceRules rules) {
        List<String> schematrons = new ArrayList<>();
        schematrons.add(
                FOLDER + "1.3.16/" + name().toLowerCase(Locale.ROOT) + "/EN16931-" + name() + "-validation.xslt");
        if (rules == EInvoiceRules.XRECHNUNG) {
            schematrons.add(FOLDER + "3.0.2/XRechnung-" + name() + "-validation.xslt");
        } else if (rules == EInvoiceRules.PEPPOL && this == UBL) {
            schematrons.add(FOLDER + "openpeppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt");
        } else if (rules == EInvoiceRules.PEPPOL_SELF_BILLING && this == UBL) {
            schematrons.add(FOLDER + "openpeppol/2026.5/xslt/PEPPOL-EN16931-UBL-SB.xslt");
        }
        return schematrons;
    }
}
