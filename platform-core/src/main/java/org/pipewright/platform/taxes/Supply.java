package org.pipewright.platform.taxes;

import java.util.UUID;
import org.pipewright.platform.products.ProductType;

/**
 * What is supplied, as far as taxes depend on it; null what nobody knows.
 *
 * @param type of the product
 * @param taxClass of the product
 */
record Supply(ProductType type, UUID taxClass) {

    static final Supply UNKNOWN = new Supply(null, null);
}
