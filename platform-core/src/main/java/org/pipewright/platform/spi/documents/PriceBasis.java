package org.pipewright.platform.spi.documents;

/** Whether the prices of a document are without tax or include it (S-PROD-04). */
public enum PriceBasis {
    NET,
    GROSS
}
