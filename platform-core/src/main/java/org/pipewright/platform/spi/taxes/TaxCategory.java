package org.pipewright.platform.spi.taxes;

/** How a supply stands to value added tax: the codes of EN 16931 (BT-118, BT-151; subset of UNTDID 5305). */
public enum TaxCategory {
    /** Standard or reduced rate. */
    S(false, true),
    /** Zero rated goods. */
    Z(false, false),
    /** Exempt from tax. */
    E(true, false),
    /** Reverse charge: the customer owes the tax. */
    AE(true, false),
    /** Intra-Community supply. */
    K(true, false),
    /** Export outside the Union. */
    G(true, false),
    /** Outside the scope of tax. */
    O(true, false);

    private final boolean reasoned;
    private final boolean taxed;

    TaxCategory(boolean reasoned, boolean taxed) {
        this.reasoned = reasoned;
        this.taxed = taxed;
    }

    /** Whether a document has to say why no tax is charged (BT-120; BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10). */
    public boolean needsReason() {
        return reasoned;
    }

    /** Whether its rate is greater than zero; all others have zero (BR-S-5, BR-Z-5, BR-E-5 and so on). */
    public boolean isTaxed() {
        return taxed;
    }
}
