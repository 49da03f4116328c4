package org.pipewright.platform.spi.tenants;

/** Tells the imprint of the bound tenant. Provided by the core as a CDI bean; used inside a transaction. */
public interface Imprints {

    /** As it is now; documents that are issued copy what they show of it. */
    Imprint now();
}
