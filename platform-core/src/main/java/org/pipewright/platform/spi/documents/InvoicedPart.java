package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;

/**
 * How much of an order is invoiced by what was issued, less what was credited (S-ORD-09).
 *
 * @param extent in a word
 * @param total what customers were asked for, with tax
 * @param quantities by line; one that is left out has none
 */
public record InvoicedPart(Extent extent, Money total, Map<UUID, BigDecimal> quantities) {

    /** How much that is. */
    public enum Extent {
        NOT,
        PARTLY,
        FULLY
    }
}
