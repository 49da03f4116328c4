package org.pipewright.billing.sheets;

import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.taxes.TaxRow;

/**
 * What the lines of one tax code have in a row of the taxes of a document. All shares of a row together are the row.
 *
 * @param code none for lines whose tax somebody typed
 */
public record TaxShare(Optional<UUID> code, TaxRow row) {}
