package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import org.pipewright.platform.spi.taxes.Tax;

/**
 * What a line says for the arithmetic.
 *
 * @param quantity BT-129; less than zero for what is given back
 * @param unitPrice price of one unit, on the basis of the document
 * @param discount of the line, in percent
 * @param tax of the line
 * @param counted whether it belongs to the sums; an optional line that nobody chose does not
 */
public record DocumentItem(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount, Tax tax, boolean counted) {

    /** The same without its discount. */
    public DocumentItem atFullPrice() {
        return new DocumentItem(quantity, unitPrice, BigDecimal.ZERO, tax, counted);
    }
}
