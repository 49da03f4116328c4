package org.pipewright.platform.spi.documents;

/** Tells documents of tests how they reckon, as the core does with those that are written. */
public final class GivenReckoning {

    private GivenReckoning() {}

    /** Lets a new document reckon like that. */
    public static <D extends DocumentRecord> D to(D document, Reckoning reckoning) {
        document.fillGaps(reckoning);
        return document;
    }
}
