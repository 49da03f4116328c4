package org.pipewright.platform.spi.documents;

/** When tax is rounded: once for each category and rate of the document, as EN 16931 has it, or for each line (S-TAX-04). */
public enum TaxRounding {
    DOCUMENT,
    LINE
}
