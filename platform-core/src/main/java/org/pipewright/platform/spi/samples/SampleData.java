package org.pipewright.platform.spi.samples;

import java.util.Locale;

/**
 * Makes sample records of a module, as a CDI bean. Called when an administrator asks for sample data, after the core has
 * made its own, in one transaction with the tenant bound and the administrator as caller. Whatever is written is marked
 * as a sample by the core and can be removed again; an exception undoes everything.
 */
public interface SampleData {

    /** Writes the records, in that language where it matters. */
    void write(Locale language);
}
