package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Products that consist of others (S-PROD-08). Provided by the core as a CDI bean; used inside a transaction. {@link
 * Prices} say what a bundle costs, whether that is a price of its own or the sum of its parts.
 */
@FunctionalInterface
public interface Bundles {

    /** What the product consists of, in its order; empty if it is no bundle. */
    List<Item> of(UUID product);

    /**
     * A part of a bundle.
     *
     * @param product it is
     * @param quantity of it in one bundle
     * @param optional whether it is offered besides, at a price of its own; else it is in the price of the bundle
     */
    record Item(UUID product, BigDecimal quantity, boolean optional) {}
}
