package org.pipewright.platform.spi.documents;

/** In which form, besides the paper, a customer gets an invoice (S-EINV-03). */
public enum EInvoiceForm {
    /** The paper alone, such as for consumers and in currencies the standard does not know. */
    NONE,
    /** A PDF with the invoice inside it, as ZUGFeRD and Factur-X have it. */
    EN16931,
    /** For German authorities, as UBL. */
    XRECHNUNG,
    /** For German authorities, as Cross Industry Invoice. */
    XRECHNUNG_CII,
    /** For the Peppol network. */
    PEPPOL;

    /** Whether it is a file of its own beside the PDF, which has to be sent with it. */
    public boolean isFile() {
        return this == XRECHNUNG || this == XRECHNUNG_CII || this == PEPPOL;
    }
}
