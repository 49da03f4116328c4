package org.pipewright.platform.spi.taxes;

import java.math.BigDecimal;

/**
 * A row of a tax breakdown (BG-23), in the currency of the document.
 *
 * @param tax BT-118, BT-119, BT-120
 * @param base taxable amount, BT-116: net amounts of the lines less the row's part of the document's discount
 * @param amount of tax, BT-117
 * @param discount the row's part of the document's discount, without tax, BT-92
 */
public record TaxRow(Tax tax, BigDecimal base, BigDecimal amount, BigDecimal discount) {}
