package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;

/**
 * A price that was not typed.
 *
 * @param price of one unit, in the currency and on the basis asked for
 * @param source where it comes from, in words (S-PROD-05)
 */
public record ListedPrice(BigDecimal price, String source) {}
